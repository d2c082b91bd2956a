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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life cycle of plugin bundles. A plugin's own code runs on a throw-away thread with a deadline
 * only, so that one that hangs holds up nobody else.
 */
final class PluginBundles {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBundles.class);

    /** Plugins are installed from copies named by their checksum; see {@link PluginStore}. */
    private static final Pattern LOCATION =
            Pattern.compile("reference:file:.*/plugins/[0-9a-f]{64}\\.jar");

    private final BundleContext context;
    private final Duration deadline;

    PluginBundles(BundleContext context, Duration deadline) {
        this.context = context;
        this.deadline = deadline;
    }

    /** Whether a bundle is a plugin; all others belong to the system. */
    static boolean isPlugin(Bundle bundle) {
        String location = bundle.getLocation();
        return location != null && LOCATION.matcher(location).matches();
    }

    boolean systemHas(String symbolicName) {
        for (Bundle bundle : context.getBundles()) {
            if (!isPlugin(bundle) && symbolicName.equals(bundle.getSymbolicName())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Installs a copy beside whatever is there, after looking whether all is here that it needs.
     */
    Bundle install(Path copy) throws Refusal {
        Bundle bundle;
        try {
            bundle = context.installBundle("reference:" + copy.toUri());
        } catch (BundleException e) {
            throw new Refusal("is not a bundle that can be installed: " + rootMessage(e), e);
        }
        Optional<String> unmet = new UnmetNeeds(context).of(bundle);
        if (unmet.isPresent()) {
            uninstall(bundle);
            throw new Refusal(unmet.get());
        }
        return bundle;
    }

    void start(Bundle bundle) throws Refusal {
        Throwable failure = inTime("start", bundle, bundle::start);
        if (failure == null) {
            return;
        }
        if (failure instanceof Late) {
            throw new Refusal(
                    "does not start: its activator did not return within "
                            + deadline.toSeconds()
                            + " s",
                    failure);
        }
        if (failure instanceof BundleException e && e.getType() == BundleException.RESOLVE_ERROR) {
            throw new Refusal("does not fit together with this server: " + e.getMessage(), e);
        }
        throw new Refusal(
                "does not start: its activator failed with " + rootMessage(failure), failure);
    }

    /** Stops a bundle; what goes wrong is logged, as it is gone all the same. */
    void stop(Bundle bundle) {
        log("stop", bundle, inTime("stop", bundle, bundle::stop));
    }

    /** Stops a bundle if it runs, and removes it with its class loader. */
    void uninstall(Bundle bundle) {
        log("uninstall", bundle, inTime("uninstall", bundle, bundle::uninstall));
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        wiring.refreshBundles(List.of(bundle));
    }

    private @Nullable Throwable inTime(String what, Bundle bundle, Step step) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                step.run();
                            } catch (Throwable e) { // a plugin's code; told to the caller
                                failure.set(e);
                            }
                        },
                        "haumea-plugin-" + what + "-" + bundle.getSymbolicName());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(deadline.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                return new Late(what);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return e;
        }
        return failure.get();
    }

    private void log(String what, Bundle bundle, @Nullable Throwable failure) {
        if (failure instanceof Late) {
            LOG.warn(
                    "The plugin {} did not {} within {} s",
                    bundle.getSymbolicName(),
                    what,
                    deadline.toSeconds());
        } else if (failure != null) {
            LOG.warn("The plugin {} fails to {}", bundle.getSymbolicName(), what, failure);
        }
    }

    /** The innermost reason, such as {@code IllegalStateException: no such device}. */
    static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.strip();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws BundleException;
    }

    /** The deadline has passed. */
    private static final class Late extends Exception {
        private static final long serialVersionUID = 1L;

        Late(String what) {
            super(String.format(Locale.ROOT, "%s takes too long", what));
        }
    }
}
