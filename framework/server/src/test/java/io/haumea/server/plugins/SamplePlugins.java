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

import io.haumea.sdk.config.NoOptions;
import io.haumea.sdk.source.Sharing;
import io.haumea.sdk.source.Source;
import io.haumea.sdk.source.SourceContext;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceSpec;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Classes that the tests put into plugins. */
final class SamplePlugins {

    private SamplePlugins() {}

    /** A source that brings nothing. */
    public static class QuietFactory implements SourceFactory<NoOptions> {
        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Sharing sharing() {
            return Sharing.LIVE;
        }

        @Override
        public Source create(NoOptions options, SourceSpec spec) {
            return new Quiet();
        }
    }

    /** A source that brings nothing. */
    public static final class Quiet implements Source {
        @Override
        public void open(SourceContext context) {
            // nothing to bring
        }

        @Override
        public void close() {
            // nothing to end
        }
    }

    /** A factory whose instance can't be made. */
    public static final class BrokenFactory extends QuietFactory {
        /** Fails. */
        public BrokenFactory() {
            throw new IllegalStateException("no such device");
        }
    }

    /** An activator that fails. */
    public static final class FailingActivator implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("the licence has expired");
        }

        @Override
        public void stop(BundleContext context) {
            // did not start
        }
    }

    /** An activator that does not return until it is interrupted. */
    public static final class HangingActivator implements BundleActivator {
        @Override
        public void start(BundleContext context) throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Override
        public void stop(BundleContext context) {
            // did not start
        }
    }

    /** Something that rules don't use. */
    public static final class Helper implements Runnable {
        @Override
        public void run() {
            // nothing to do
        }
    }
}
