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
import io.haumea.engine.port.Contributions;
import io.haumea.engine.port.Lease;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.sdk.format.FormatFactory;
import io.haumea.sdk.format.FormatType;
import io.haumea.sdk.function.FunctionDefinition;
import io.haumea.sdk.function.FunctionLibrary;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.sdk.sink.SinkType;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.sdk.source.SourceType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What all bundles offer, by kind and name. The one class with bind methods: services come and go
 * here and nowhere else.
 *
 * <p>What a bundle of the system offers can be leased at once; what a plugin offers, when the
 * plugin host has admitted it.
 */
@Component(service = {PluginRegistry.class, Contributions.class, FunctionLeases.class})
public final class PluginRegistry implements Contributions, FunctionLeases {

    private final OfferBoard board = new OfferBoard();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Knows nothing yet. */
    @Activate
    public PluginRegistry() {}

    @Override
    @SuppressWarnings("unchecked") // only source factories are put under that kind
    public Lease<SourceFactory<?>> source(String type) {
        return (Lease<SourceFactory<?>>) (Lease<?>) lease(ContributionKind.SOURCE, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only sink factories are put under that kind
    public Lease<SinkFactory<?>> sink(String type) {
        return (Lease<SinkFactory<?>>) (Lease<?>) lease(ContributionKind.SINK, type);
    }

    @Override
    @SuppressWarnings("unchecked") // only format factories are put under that kind
    public Lease<FormatFactory> format(String name) {
        return (Lease<FormatFactory>) (Lease<?>) lease(ContributionKind.FORMAT, name);
    }

    @Override
    public Optional<Lease<FunctionDefinition>> function(String name) {
        return board.find(ContributionKind.FUNCTION, name.toLowerCase(Locale.ROOT))
                .map(Offer::lease);
    }

    @Override
    public Collection<String> functionNames() {
        return board.names(ContributionKind.FUNCTION);
    }

    private Lease<?> lease(ContributionKind kind, String name) {
        return board.find(kind, name)
                .orElseThrow(() -> new MissingContributionException(kind, name))
                .lease();
    }

    /**
     * A source factory has come.
     *
     * @param factory the factory
     * @param reference its registration
     */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removed")
    public void addSource(SourceFactory<?> factory, ServiceReference<?> reference) {
        SourceType type = factory.getClass().getAnnotation(SourceType.class);
        add(
                ContributionKind.SOURCE,
                name(reference, "source.type", type == null ? null : type.value()),
                factory,
                reference);
    }

    /**
     * A sink factory has come.
     *
     * @param factory the factory
     * @param reference its registration
     */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removed")
    public void addSink(SinkFactory<?> factory, ServiceReference<?> reference) {
        SinkType type = factory.getClass().getAnnotation(SinkType.class);
        add(
                ContributionKind.SINK,
                name(reference, "sink.type", type == null ? null : type.value()),
                factory,
                reference);
    }

    /**
     * A format factory has come.
     *
     * @param factory the factory
     * @param reference its registration
     */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removed")
    public void addFormat(FormatFactory factory, ServiceReference<?> reference) {
        FormatType type = factory.getClass().getAnnotation(FormatType.class);
        String name = name(reference, "format.type", type == null ? null : type.value());
        add(
                ContributionKind.FORMAT,
                name == null ? null : name.toLowerCase(Locale.ROOT),
                factory,
                reference);
    }

    /**
     * A library of functions has come.
     *
     * @param library the library
     * @param reference its registration
     */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removed")
    public void addFunctions(FunctionLibrary library, ServiceReference<?> reference) {
        try {
            for (FunctionDefinition function : library.functions()) {
                add(
                        ContributionKind.FUNCTION,
                        function.name().toLowerCase(Locale.ROOT),
                        function,
                        reference);
            }
        } catch (RuntimeException | LinkageError e) { // a plugin's code
            board.flaw(
                    origin(reference),
                    "its function library " + library.getClass().getName() + " fails: " + e);
        }
    }

    /**
     * Something has gone.
     *
     * @param reference its registration
     */
    public void removed(ServiceReference<?> reference) {
        board.remove(serviceId(reference));
    }

    /** Makes what the plugin offers available. */
    void admit(long bundleId) {
        board.admit(bundleId);
        listeners.forEach(Runnable::run);
    }

    /** Makes what the plugin offers unavailable; leases that are out stay valid. */
    void retire(long bundleId) {
        board.retire(bundleId);
    }

    /** All that a bundle offers, admitted or not. */
    List<Offer> offersOf(long bundleId) {
        return board.offersOf(bundleId);
    }

    /** What is wrong with what a bundle offers. */
    List<String> flawsOf(long bundleId) {
        return board.flawsOf(bundleId);
    }

    /** Whoever offers that now, if it can be leased. */
    Optional<Offer> find(ContributionKind kind, String name) {
        return board.find(kind, name);
    }

    /** The names of all that can be leased of a kind, sorted; empty for an unknown kind. */
    List<String> names(String kind) {
        for (ContributionKind known : ContributionKind.values()) {
            if (known.text().equals(kind)) {
                return board.names(known);
            }
        }
        return List.of();
    }

    /**
     * Calls back whenever more can be leased than before.
     *
     * @param listener must return at once
     */
    public void onArrival(Runnable listener) {
        listeners.add(listener);
    }

    private void add(
            ContributionKind kind,
            @Nullable String name,
            Object service,
            ServiceReference<?> reference) {
        Offer.Origin origin = origin(reference);
        if (name == null) {
            board.flaw(
                    origin,
                    "its "
                            + kind.text()
                            + " "
                            + service.getClass().getName()
                            + " has no name: annotate it with @"
                            + kind.text().substring(0, 1).toUpperCase(Locale.ROOT)
                            + kind.text().substring(1)
                            + "Type");
            return;
        }
        board.add(serviceId(reference), new Offer(kind, name, service, origin));
        if (origin.system()) {
            listeners.forEach(Runnable::run);
        }
    }

    private static @Nullable String name(
            ServiceReference<?> reference, String property, @Nullable String annotated) {
        return reference.getProperty(property) instanceof String text ? text : annotated;
    }

    private static long serviceId(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    private static Offer.Origin origin(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        boolean plugin = PluginBundles.isPlugin(bundle);
        return new Offer.Origin(
                bundle.getBundleId(),
                plugin ? bundle.getSymbolicName() : "builtin",
                bundle.getVersion().toString(),
                !plugin);
    }
}
