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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.framework.Felix;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One OSGi framework with the bundles of {@code system/}, and the data directory that belongs to
 * it.
 *
 * <p>{@link #claim}, then {@link #start}, then {@link #awaitStop}; {@link #stop} and {@link #exit}
 * may be called from any thread at any time after {@code claim}. A kernel is used once.
 *
 * <p>Bundles find the folders, the port and the version as framework properties ({@code
 * haumea.home}, {@code haumea.data}, {@code haumea.log}, {@code haumea.etc}, {@code
 * haumea.plugins}, {@code haumea.port}, {@code haumea.host}, {@code haumea.version}). A bundle that
 * cannot go on ends the process through the exit service: the {@link
 * java.util.function.IntConsumer} with the service property {@code haumea.service=exit} takes the
 * exit code and does what {@link #exit} does.
 */
public final class Kernel {
    private static final Logger LOG = LoggerFactory.getLogger(Kernel.class);

    /** Both generations of slf4j that clients are built for; 2.0 serves the 1.7 API as well. */
    private static final String SLF4J = slf4jExports("1.7.36") + "," + slf4jExports("2.0.20");

    private static final String LOG_SERVICE =
            "org.osgi.service.log;version=\"1.5.0\",org.osgi.service.log.admin;version=\"1.0.0\"";

    private final KernelSettings settings;
    private final DataDirectory data;
    private final ClassLoader systemClasses;
    private final ArchiveMaker archive;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger exitCode = new AtomicInteger();
    private final AtomicReference<@Nullable Framework> framework = new AtomicReference<>();

    private Kernel(KernelSettings settings, DataDirectory data, ClassLoader systemClasses) {
        this.settings = settings;
        this.data = data;
        this.systemClasses = systemClasses;
        this.archive = new ArchiveMaker(settings);
    }

    /**
     * Takes the data directory.
     *
     * @param systemClasses in Connect mode the class loader with all jars of {@code system/} on its
     *     path; not used in plain mode
     * @throws StartFailure if it cannot be written or is in use
     */
    public static Kernel claim(KernelSettings settings, ClassLoader systemClasses)
            throws StartFailure {
        return new Kernel(settings, DataDirectory.claim(settings), systemClasses);
    }

    /**
     * Boots the framework and returns when all system bundles have started, or when the end has
     * been ordered meanwhile.
     *
     * @throws StartFailure if the port is taken or a system bundle does not start; {@link #stop} is
     *     then still to be called
     */
    public void start() throws StartFailure, InterruptedException {
        ListenAddress.check(settings.framework());
        List<SystemBundle> bundles = SystemBundle.scan(settings.system(), settings.skipped());
        Framework created = create(bundles);
        framework.set(created);
        if (ending.get()) {
            return;
        }
        List<String> problems = boot(created, bundles);
        if (ending.get()) {
            return; // what did not start was stopped
        }
        if (!problems.isEmpty()) {
            throw new StartFailure("cannot start: " + String.join("; ", problems));
        }
        data.markRunning();
        LOG.info(
                "Haumea {} runs: {} system bundles in {} mode, data in {}",
                KernelSettings.version(),
                bundles.size(),
                settings.connect() ? "Connect" : "plain",
                settings.data());
        archive.makeLater();
    }

    private List<String> boot(Framework created, List<SystemBundle> bundles)
            throws StartFailure, InterruptedException {
        StartReport report = new StartReport();
        try {
            created.init();
            BundleContext context = created.getBundleContext();
            context.addFrameworkListener(report);
            List<Bundle> installed = install(context, bundles);
            created.start();
            report.awaitEvents();
            return report.problems(context, installed);
        } catch (BundleException e) {
            throw new StartFailure("cannot start the OSGi framework: " + e.getMessage(), e);
        }
    }

    /** The system bundle's context; only after {@link #start}. */
    public BundleContext context() {
        Framework started = framework.get();
        if (started == null) {
            throw new IllegalStateException("the kernel has not been started");
        }
        return started.getBundleContext();
    }

    /**
     * Waits until the framework has been stopped, by whoever.
     *
     * @return the exit code for the process: 0, or what {@link #exit} was called with first
     */
    public int awaitStop() throws InterruptedException {
        Framework running = framework.get();
        if (running != null) {
            try {
                while (running.waitForStop(0).getType() == FrameworkEvent.STOPPED_UPDATE
                        && !ending.get()) {
                    running.start(); // the web console's restart; no effect if already under way
                    if (ending.get()) {
                        running.stop(); // the end was ordered in the middle of the restart
                    }
                }
            } catch (BundleException e) {
                LOG.error("The OSGi framework did not start again", e);
                exitCode.compareAndSet(0, 1);
            }
        }
        return exitCode.get();
    }

    /** Orders the shutdown of the process with this exit code and returns at once. */
    public void exit(int code) {
        exitCode.compareAndSet(0, code);
        ending.set(true);
        Framework running = framework.get();
        if (running != null) {
            try {
                running.stop();
            } catch (BundleException e) {
                LOG.error("The OSGi framework cannot be stopped", e);
            }
        }
    }

    /**
     * Stops all bundles in order and gives the data directory up. Has no effect the second time.
     *
     * @return whether all bundles stopped within the limit
     */
    public boolean stop(Duration limit) throws InterruptedException {
        boolean stopped = true;
        archive.cancel();
        Framework running = framework.get();
        if (running != null) {
            exit(exitCode.get());
            FrameworkEvent event = running.waitForStop(limit.toMillis());
            stopped = event.getType() != FrameworkEvent.WAIT_TIMEDOUT;
        }
        data.release();
        return stopped;
    }

    private Framework create(List<SystemBundle> bundles) {
        Map<Object, Object> configuration = new HashMap<>(settings.framework());
        int level = bundles.stream().mapToInt(SystemBundle::startLevel).max().orElse(1);
        // The cache holds nothing that cannot be made again; a stale one after an upgrade or a kill
        // is a real danger, so each start begins with an empty one.
        configuration.put(Constants.FRAMEWORK_STORAGE, settings.data().resolve("cache").toString());
        configuration.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(level));
        configuration.put("felix.cm.dir", settings.data().resolve("config").toString());
        configuration.put("felix.service.urlhandlers", "false");
        configuration.merge(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SLF4J + "," + LOG_SERVICE,
                (own, ours) -> ours + "," + own);
        configuration.put("felix.log.logger", new FrameworkLog());
        configuration.put(
                "felix.systembundle.activators", List.of(new SystemActivator(this::exit)));
        // Not by the framework factory: its map is of strings only.
        return settings.connect()
                ? new Felix(configuration, new ClassPathConnector(systemClasses, bundles))
                : new Felix(configuration);
    }

    private List<Bundle> install(BundleContext context, List<SystemBundle> bundles)
            throws StartFailure {
        List<Bundle> installed = new ArrayList<>();
        for (SystemBundle system : bundles) {
            try {
                Bundle bundle = context.installBundle(location(system));
                bundle.adapt(BundleStartLevel.class).setStartLevel(system.startLevel());
                if (!StartReport.isFragment(bundle)) {
                    bundle.start(); // takes effect at its start level
                }
                installed.add(bundle);
            } catch (BundleException e) {
                throw new StartFailure(
                        "cannot start: " + system.jar() + " is not a bundle: " + e.getMessage(), e);
            }
        }
        return installed;
    }

    private String location(SystemBundle bundle) {
        return settings.connect() ? bundle.connected() : bundle.reference();
    }

    private static String slf4jExports(String version) {
        String suffix = ";version=\"" + version + "\"";
        return "org.slf4j"
                + suffix
                + ",org.slf4j.event"
                + suffix
                + ",org.slf4j.helpers"
                + suffix
                + ",org.slf4j.spi"
                + suffix;
    }
}
