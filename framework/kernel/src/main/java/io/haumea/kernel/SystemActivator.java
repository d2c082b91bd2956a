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
package io.haumea.kernel;

import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * What the kernel adds to the framework each time it is initialised (again after a restart from the
 * web console): the log bridge and the exit service.
 */
final class SystemActivator implements BundleActivator {
    private final IntConsumer exit;
    private @Nullable LogBridge logBridge;

    SystemActivator(IntConsumer exit) {
        this.exit = exit;
    }

    @Override
    public void start(BundleContext context) {
        LogBridge bridge = new LogBridge(context);
        bridge.open();
        logBridge = bridge;
        context.registerService(
                IntConsumer.class,
                exit,
                FrameworkUtil.asDictionary(Map.of("haumea.service", "exit")));
    }

    @Override
    public void stop(BundleContext context) {
        if (logBridge != null) {
            logBridge.close();
        }
    }
}
