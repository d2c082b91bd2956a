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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.haumea.kernel.probe.FailingActivator;
import io.haumea.kernel.probe.ProbeActivator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.log.LogService;
import org.slf4j.LoggerFactory;

@Timeout(30)
class KernelTest {
    private static final String PROBE =
            """
            Bundle-Activator: io.haumea.kernel.probe.ProbeActivator
            Import-Package: org.osgi.framework
            """;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path folder;
    private TestHome home;
    private @Nullable Kernel kernel;

    @BeforeEach
    void makeHome() throws Exception {
        home = new TestHome(folder.resolve("home with spaces"));
    }

    @AfterEach
    void stopKernel() throws Exception {
        if (kernel != null) {
            kernel.stop(LIMIT);
        }
        // A framework that was restarted from within may still write to its cache for a moment.
        Await.until(this::folderIsGone);
    }

    private boolean folderIsGone() {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenSystemHoldsBundles_thenEachRunsAtTheStartLevelOfItsFolder(boolean connect)
            throws Exception {
        home.bundle("01-base", "base", PROBE, ProbeActivator.class)
                .bundle("07-late", "late", PROBE, ProbeActivator.class)
                .set("haumea.connect", Boolean.toString(connect));

        BundleContext context = start().context();

        assertThat(startLevel(context, "base")).isEqualTo(1);
        assertThat(startLevel(context, "late")).isEqualTo(7);
        assertThat(bundle(context, "late").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(classLoaderOf(context, "late").startsWith("org.apache.felix"))
                .isEqualTo(!connect);
    }

    @Test
    void whenABundleIsInstalledLaterInConnectMode_thenItHasAClassLoaderOfItsOwn() throws Exception {
        home.bundle("01-base", "base", "")
                .bundle("plugins", "plugin", PROBE, ProbeActivator.class)
                .set("haumea.connect", "true");
        BundleContext context = start().context();

        context.installBundle("reference:" + home.path().toUri() + "system/plugins/plugin.jar")
                .start();

        assertThat(classLoaderOf(context, "plugin")).startsWith("org.apache.felix");
    }

    @Test
    void whenTheEndIsOrderedBeforeTheStart_thenNothingStartsAndNoFailureIsTold() throws Exception {
        home.bundle("01-base", "base", PROBE, ProbeActivator.class);
        Kernel claimed = Kernel.claim(home.settings(), getClass().getClassLoader());
        kernel = claimed;

        claimed.exit(0);
        claimed.start();

        assertThat(claimed.stop(LIMIT)).isTrue();
        assertThat(claimed.awaitStop()).isZero();
    }

    @Test
    void whenBundlesReadProperties_thenTheyFindTheFolders() throws Exception {
        home.bundle("01-base", "base", "")
                .etc("kernel.properties", "my.key = my value\nhaumea.port = 1");

        BundleContext context = start().context();

        assertThat(context.getProperty("haumea.home")).isEqualTo(home.path().toString());
        assertThat(context.getProperty("haumea.data")).isEqualTo(home.path() + "/data");
        assertThat(context.getProperty("haumea.port")).isEqualTo("0");
        assertThat(context.getProperty("my.key")).isEqualTo("my value");
    }

    @Test
    void whenBundlesAreBuiltForEitherSlf4j_thenBothResolve() throws Exception {
        home.bundle("01-base", "old", "Import-Package: org.slf4j;version=\"[1.7,2)\"")
                .bundle("01-base", "new", "Import-Package: org.slf4j;version=\"[2.0,3)\"");

        BundleContext context = start().context();

        assertThat(context.getBundles()).extracting(Bundle::getState).containsOnly(Bundle.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenABundleLacksAPackage_thenTheFailureSaysWhichAndLeavesOutItsVictims(boolean connect)
            throws Exception {
        home.bundle(
                        "01-base",
                        "cause",
                        """
                        Export-Package: com.acme.api
                        Import-Package: com.acme.lib;version="[3,4)"
                        """)
                .bundle("02-next", "victim", "Import-Package: com.acme.api")
                .set("haumea.connect", Boolean.toString(connect));

        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "cannot start: cause needs the Java package com.acme.lib version 3.0.0 up"
                                + " to (not including) 4.0.0; nothing here provides it");
    }

    @Test
    void whenThePackageIsThereInAnotherVersion_thenTheFailureNamesIt() throws Exception {
        home.bundle("01-base", "lib", "Export-Package: com.acme.lib;version=1.1")
                .bundle("01-base", "user", "Import-Package: com.acme.lib;version=2");

        assertThatThrownBy(this::start)
                .hasMessage(
                        "cannot start: user needs the Java package com.acme.lib version 2.0.0 or"
                                + " newer; there is only 1.1.0 (from lib)");
    }

    @Test
    void whenABundleNeedsANewerJava_thenTheFailureNamesBoth() throws Exception {
        home.bundle(
                "01-base",
                "future",
                "Require-Capability: osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"");

        assertThatThrownBy(this::start)
                .hasMessage(
                        "cannot start: future needs Java 99; this is Java "
                                + Runtime.version().feature());
    }

    @Test
    void whenAnActivatorFails_thenTheFailureCarriesItsReason() throws Exception {
        home.bundle(
                "01-base",
                "device",
                """
                Bundle-Activator: io.haumea.kernel.probe.FailingActivator
                Import-Package: org.osgi.framework
                """,
                FailingActivator.class);

        assertThatThrownBy(this::start)
                .hasMessage(
                        "cannot start: device does not start: IllegalStateException: the device is"
                                + " not plugged in");
    }

    @Test
    void whenSystemHoldsNoBundles_thenTheInstallationIsCalledBroken() {
        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the installation is broken: cannot read")
                .hasMessageContaining("no such file or directory");
    }

    @Test
    void whenASecondKernelClaimsTheDirectory_thenItIsRefusedUntilTheFirstStops() throws Exception {
        home.bundle("01-base", "base", "");
        Kernel first = start();

        assertThatThrownBy(() -> Kernel.claim(home.settings(), getClass().getClassLoader()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(
                        "another server (process " + ProcessHandle.current().pid() + ")")
                .hasMessageContaining("--data DIR");

        first.stop(LIMIT);
        kernel = Kernel.claim(home.settings(), getClass().getClassLoader());
        assertThat(Files.exists(home.path().resolve("data/haumea.pid"))).isTrue();
    }

    @Test
    void whenAFileIsInTheWayOfTheDataDirectory_thenTheFailureSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        home.set("haumea.data", file.toString());

        assertThatThrownBy(this::start)
                .hasMessageContaining("cannot write to the data directory " + file)
                .hasMessageContaining("a file of that name is in the way");
    }

    @Test
    void whenThePortIsTaken_thenTheFailureNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.bundle("01-base", "base", "")
                    .set("haumea.port", Integer.toString(taken.getLocalPort()));

            assertThatThrownBy(this::start)
                    .hasMessageContaining("cannot listen on port " + taken.getLocalPort())
                    .hasMessageContaining("--port N");
        }
    }

    @Test
    void whenABundleOrdersAnExit_thenTheKernelEndsWithItsCode() throws Exception {
        home.bundle("01-base", "base", PROBE, ProbeActivator.class);
        Kernel started = start();

        exitService(started.context()).accept(7);

        assertThat(started.awaitStop()).isEqualTo(7);
        assertThat(started.stop(LIMIT)).isTrue();
        assertThat(home.path().resolve("data/haumea.pid")).doesNotExist();
    }

    @Test
    void whenTheFrameworkIsRestartedFromWithin_thenTheKernelRunsOn() throws Exception {
        home.bundle("01-base", "base", PROBE, ProbeActivator.class);
        Kernel started = start();
        Thread waiting = new Thread(() -> awaitQuietly(started));
        waiting.start();
        IntConsumer before = exitService(started.context());

        started.context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION).update();

        Await.until(() -> isBackAgain(started));
        assertThat(exitService(started.context())).isEqualTo(before);
        assertThat(waiting.isAlive()).isTrue();
        started.stop(LIMIT);
        waiting.join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenABundleLogsThroughOsgi_thenItReachesTheLog(boolean connect) throws Exception {
        home.jarOf("01-base", "org.apache.felix.log.Activator")
                .etc("kernel.properties", "org.osgi.service.log.admin.loglevel=INFO")
                .set("haumea.connect", Boolean.toString(connect));
        LinkedBlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
        var appender = new QueueAppender(events);
        appender.start();
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        logging.getLogger("my.component").addAppender(appender);
        BundleContext context = start().context();

        service(context, LogService.class).getLogger("my.component").info("hello {}", "you");

        ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.getFormattedMessage()).isEqualTo("hello you");
    }

    private Kernel start() throws StartFailure, InterruptedException {
        Kernel claimed = Kernel.claim(home.settings(), getClass().getClassLoader());
        kernel = claimed;
        claimed.start();
        return claimed;
    }

    private static boolean isBackAgain(Kernel started) {
        BundleContext context = started.context();
        return context != null
                && context.getBundle().getState() == Bundle.ACTIVE
                && context.getServiceReference(Supplier.class) != null;
    }

    private static void awaitQuietly(Kernel started) {
        try {
            started.awaitStop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static IntConsumer exitService(BundleContext context) throws Exception {
        Collection<ServiceReference<IntConsumer>> found =
                context.getServiceReferences(IntConsumer.class, "(haumea.service=exit)");
        return context.getService(found.iterator().next());
    }

    private static <T> T service(BundleContext context, Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static String classLoaderOf(BundleContext context, String probe) throws Exception {
        Collection<ServiceReference<Supplier>> found =
                context.getServiceReferences(Supplier.class, "(probe=" + probe + ")");
        return (String) context.getService(found.iterator().next()).get();
    }

    private static int startLevel(BundleContext context, String name) {
        return bundle(context, name).adapt(BundleStartLevel.class).getStartLevel();
    }

    private static Bundle bundle(BundleContext context, String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static final class QueueAppender extends AppenderBase<ILoggingEvent> {
        private final LinkedBlockingQueue<ILoggingEvent> events;

        QueueAppender(LinkedBlockingQueue<ILoggingEvent> events) {
            this.events = events;
        }

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }
}
