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

import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.source.SourceFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.felix.framework.Felix;
import org.apache.felix.scr.impl.manager.ComponentManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;

/** A real OSGi framework with Declarative Services, and a registry that hears of its services. */
final class PluginFramework {

    private static final List<String> SDK =
            List.of("error", "data", "config", "state", "format", "source", "sink", "function");

    private final Felix felix;
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();
    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtime;
    final PluginRegistry registry = new PluginRegistry();

    PluginFramework(Path cache) throws BundleException {
        felix = new Felix(configuration(cache));
        felix.init();
        BundleContext context = felix.getBundleContext();
        context.installBundle(
                        ComponentManager.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString())
                .start();
        felix.start();
        runtime = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
        runtime.open();
        this.<SourceFactory<?>>feed(SourceFactory.class, registry::addSource);
        this.<SinkFactory<?>>feed(SinkFactory.class, registry::addSink);
        this.<FormatFactory>feed(FormatFactory.class, registry::addFormat);
        this.<FunctionLibrary>feed(FunctionLibrary.class, registry::addFunctions);
    }

    BundleContext context() {
        return felix.getBundleContext();
    }

    ServiceComponentRuntime components() {
        return runtime.getService();
    }

    /** What the registry's dynamic references do in the server. */
    private <T> void feed(Class<?> type, BiConsumer<T, ServiceReference<?>> add) {
        ServiceTracker<T, T> tracker = tracker(type, add);
        tracker.open();
        trackers.add(tracker);
    }

    private <T> ServiceTracker<T, T> tracker(
            Class<?> type, BiConsumer<T, ServiceReference<?>> add) {
        try {
            return new ServiceTracker<>(
                    context(),
                    context().createFilter("(objectClass=" + type.getName() + ")"),
                    null) {
                @Override
                public T addingService(ServiceReference<T> reference) {
                    T service = super.addingService(reference);
                    if (service != null) {
                        add.accept(service, reference);
                    }
                    return service;
                }

                @Override
                public void removedService(ServiceReference<T> reference, T service) {
                    registry.removed(reference);
                    super.removedService(reference, service);
                }
            };
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<Object, Object> configuration(Path cache) {
        Map<Object, Object> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        configuration.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put("felix.service.urlhandlers", "false");
        configuration.put("felix.log.level", "0");
        StringBuilder packages =
                new StringBuilder(
                        "org.osgi.service.component;version=1.5.1,"
                                + "org.osgi.service.component.runtime;version=1.5.1,"
                                + "org.osgi.service.component.runtime.dto;version=1.5.1,"
                                + "org.osgi.util.promise;version=1.3.0,"
                                + "org.osgi.util.function;version=1.2.0,"
                                + "org.slf4j;version=2.0.20");
        SDK.forEach(
                part -> packages.append(",io.haumea.sdk.").append(part).append(";version=0.1.0"));
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages.toString());
        configuration.put(
                Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                "osgi.extender;osgi.extender=osgi.component;version:Version=1.5");
        return configuration;
    }

    void close() throws Exception {
        trackers.forEach(ServiceTracker::close);
        felix.stop();
        felix.waitForStop(10_000);
    }
}
