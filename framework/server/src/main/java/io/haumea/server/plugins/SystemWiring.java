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

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps plugins apart: each is wired to bundles of the system only, nobody is wired to a plugin,
 * and two versions of a plugin may be installed side by side, which is what a replacement needs.
 */
final class SystemWiring implements ResolverHookFactory, ResolverHook, CollisionHook {

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // Whatever is installed may be resolved.
    }

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisions) {
        if (PluginBundles.isPlugin(singleton.getRevision().getBundle())) {
            collisions.clear();
        }
    }

    @Override
    public void filterMatches(
            BundleRequirement requirement, Collection<BundleCapability> candidates) {
        Bundle asking = requirement.getRevision().getBundle();
        candidates.removeIf(
                candidate -> {
                    Bundle offering = candidate.getRevision().getBundle();
                    return PluginBundles.isPlugin(offering) && !offering.equals(asking);
                });
    }

    @Override
    public void end() {
        // Keeps nothing.
    }

    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        candidates.removeIf(PluginBundles::isPlugin);
    }

    /** Registers the hooks; they go with the bundle of the context. */
    void register(BundleContext context) {
        context.registerService(
                new String[] {ResolverHookFactory.class.getName(), CollisionHook.class.getName()},
                this,
                null);
    }
}
