/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.server.plugins;

import io.haumea.engine.port.ContributionKind;
import io.haumea.engine.port.Lease;
import io.haumea.server.plugins.PluginInfo.OfferedType;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thing that a bundle offers under a name.
 *
 * @param kind what it is
 * @param name the name it is found by
 * @param service the factory or function itself
 * @param origin the bundle it comes from
 */
record Offer(ContributionKind kind, String name, Object service, Origin origin) {

    /**
     * A bundle that offers something.
     *
     * @param bundleId its number in the framework, unlike that of every other bundle ever installed
     * @param plugin its symbolic name; {@code builtin} for a bundle of the system
     * @param version its version
     * @param system whether it belongs to the system and so is always admitted
     */
    record Origin(long bundleId, String plugin, String version, boolean system) {}

    OfferedType type() {
        return new OfferedType(kind.text(), name);
    }

    @SuppressWarnings("unchecked") // the kind decides the class, and each kind has one method
    <T> Lease<T> lease() {
        return new OfferLease<>((T) service, origin);
    }

    /** A lease; what is counted is left to the rules, which know what they run. */
    private static final class OfferLease<T> implements Lease<T> {
        private final T service;
        private final Origin origin;
        private final AtomicBoolean closed = new AtomicBoolean();

        OfferLease(T service, Origin origin) {
            this.service = service;
            this.origin = origin;
        }

        @Override
        public T service() {
            if (closed.get()) {
                throw new IllegalStateException(
                        "A lease of the plugin " + origin.plugin() + " is used after its end");
            }
            return service;
        }

        @Override
        public String plugin() {
            return origin.plugin();
        }

        @Override
        public String version() {
            return origin.version();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
