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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.engine.port.Lease;
import io.haumea.engine.port.MissingContributionException;
import io.haumea.sdk.source.SourceFactory;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.plugins.PluginInfo.OfferedType;
import io.haumea.server.plugins.PluginInfo.State;
import io.haumea.server.plugins.SamplePlugins.BrokenFactory;
import io.haumea.server.plugins.SamplePlugins.FailingActivator;
import io.haumea.server.plugins.SamplePlugins.HangingActivator;
import io.haumea.server.plugins.SamplePlugins.Helper;
import io.haumea.server.plugins.SamplePlugins.Quiet;
import io.haumea.server.plugins.SamplePlugins.QuietFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin host on a real framework, fed through a real folder. */
class PluginHostTest {

    @TempDir Path temp;

    private final RecordingUsers users = new RecordingUsers();
    private @Nullable PluginFramework framework;
    private @Nullable PluginHost host;
    private Path inbox = Path.of("unset");

    @BeforeEach
    void boot() throws Exception {
        inbox = Files.createDirectories(temp.resolve("inbox"));
    }

    @AfterEach
    void shutDown() throws Exception {
        if (host != null) {
            host.close();
        }
        if (framework != null) {
            framework.close();
        }
    }

    @Test
    void whenAPluginIsThereAtStart_thenItIsInUseAfterTheFolderIsWorkedThrough() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");

        PluginInfo plugin = find(start(), "acme.quiet");

        assertThat(plugin.state()).isEqualTo(State.ACTIVE);
        assertThat(plugin.version()).isEqualTo("1.0.0");
        assertThat(plugin.types()).containsExactly(new OfferedType("source", "quiet"));
        assertThat(plugin.refusalText()).isEmpty();
        try (Lease<SourceFactory<?>> lease = registry().source("quiet")) {
            assertThat(lease.plugin()).isEqualTo("acme.quiet");
            assertThat(lease.service().options().getSimpleName()).isEqualTo("NoOptions");
        }
        assertThat(start().types("source")).containsExactly("quiet");
    }

    @Test
    void whenAPluginIsDroppedIn_thenItIsInUseWithinASecond() throws Exception {
        PluginHost started = start();
        long before = System.nanoTime();

        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        await(() -> users.changes > 0);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(find(started, "acme.quiet").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whenAFileIsNotAJar_thenItIsRefusedInWords() throws Exception {
        Files.writeString(inbox.resolve("notes.jar"), "not a zip");

        PluginInfo plugin = find(start(), "notes.jar");

        assertThat(plugin.state()).isEqualTo(State.REFUSED);
        assertThat(plugin.refusal())
                .isEqualTo("notes.jar is not a jar: it can't be opened as a zip file");
    }

    @Test
    void whenAJarIsNoBundle_thenItIsRefusedInWords() throws Exception {
        PluginJar.plain().with(Quiet.class).writeTo(inbox.resolve("library.jar"));

        assertThat(refusal("library.jar"))
                .startsWith("library.jar is a plain jar and no plugin: its manifest has no");
    }

    @Test
    void whenAnSdkPackageIsTooNew_thenBothVersionsAreTold() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet")
                .header("Import-Package", "io.haumea.sdk.source;version=\"[2,3)\"")
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar needs SDK package io.haumea.sdk.source [2,3) while this server"
                                + " has 0.1");
    }

    @Test
    void whenALibraryIsMissing_thenTheRemedyIsTold() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet")
                .header("Import-Package", "com.acme.lib,com.acme.more;resolution:=optional")
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar needs the Java package com.acme.lib, which nobody here offers:"
                                + " pack the library inside the plugin");
    }

    @Test
    void whenJavaIsTooOld_thenBothVersionsAreTold() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet")
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar needs Java 99 while this server runs Java "
                                + Runtime.version().feature());
    }

    @Test
    void whenPackagesAreExported_thenThePluginIsRefused() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet")
                .header("Export-Package", "io.haumea.server.plugins;version=1")
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet")).contains("exports packages (io.haumea.server.plugins)");
    }

    @Test
    void whenTheNameIsThatOfASystemBundle_thenThePluginIsRefused() throws Exception {
        quiet("org.apache.felix.scr", "9.0.0", "quiet").writeTo(inbox.resolve("scr.jar"));

        assertThat(refusal("org.apache.felix.scr")).contains("of a part of Haumea itself");
    }

    @Test
    void whenTwoPluginsOfferTheSameType_thenTheSecondIsRefusedByName() throws Exception {
        quiet("acme.one", "1.0.0", "quiet").writeTo(inbox.resolve("a.jar"));
        quiet("acme.two", "1.0.0", "quiet").writeTo(inbox.resolve("b.jar"));

        PluginHost started = start();

        assertThat(find(started, "acme.one").state()).isEqualTo(State.ACTIVE);
        assertThat(find(started, "acme.two").refusal())
                .isEqualTo(
                        "b.jar offers the source 'quiet', which the plugin acme.one offers"
                                + " already");
    }

    @Test
    void whenTheActivatorFails_thenItsReasonIsTold() throws Exception {
        withActivator(FailingActivator.class).writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar does not start: its activator failed with IllegalStateException:"
                                + " the licence has expired");
    }

    @Test
    void whenTheActivatorHangs_thenTheServerGoesOnWithoutIt() throws Exception {
        withActivator(HangingActivator.class).writeTo(inbox.resolve("a.jar"));
        quiet("acme.other", "1.0.0", "other").writeTo(inbox.resolve("b.jar"));

        PluginHost started = start();

        assertThat(find(started, "acme.quiet").refusal()).contains("did not return within");
        assertThat(find(started, "acme.other").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whenAFactoryCannotBeMade_thenItsReasonIsTold() throws Exception {
        PluginJar.named("acme.quiet", "1.0.0")
                .source(BrokenFactory.class, "quiet")
                .with(QuietFactory.class, Quiet.class)
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar does not start: its component BrokenFactory failed with"
                                + " java.lang.IllegalStateException: no such device");
    }

    @Test
    void whenAComponentLacksAService_thenTheServiceIsNamed() throws Exception {
        PluginJar.named("acme.quiet", "1.0.0")
                .component(
                        QuietFactory.class,
                        "io.haumea.sdk.source.SourceFactory",
                        "<property name=\"source.type\" value=\"quiet\"/>",
                        "<reference name=\"db\" interface=\"javax.sql.DataSource\"/>")
                .with(Quiet.class)
                .writeTo(inbox.resolve("quiet.jar"));

        assertThat(refusal("acme.quiet"))
                .isEqualTo(
                        "quiet.jar does not start: its component QuietFactory needs the service"
                                + " javax.sql.DataSource, which nobody here offers");
    }

    @Test
    void whenNothingIsOffered_thenThePluginIsRefusedUnlessItSaysSo() throws Exception {
        PluginJar.named("acme.helper", "1.0.0")
                .component(Helper.class, "java.lang.Runnable", "")
                .writeTo(inbox.resolve("helper.jar"));
        PluginJar.named("acme.service", "1.0.0")
                .component(Helper.class, "java.lang.Runnable", "")
                .header("Haumea-Plugin", "service")
                .writeTo(inbox.resolve("service.jar"));

        PluginHost started = start();

        assertThat(find(started, "acme.helper").refusal()).startsWith("helper.jar offers nothing");
        assertThat(find(started, "acme.service").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whenAPluginIsReplaced_thenItsUsersPauseAndTheNewOneIsUsed() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        PluginHost started = start();

        quiet("acme.quiet", "1.0.0", "quiet").padding(10).dropInto(inbox, "quiet.jar");
        await(() -> users.events.contains("resume acme.quiet"));

        assertThat(users.events).containsExactly("suspend acme.quiet", "resume acme.quiet");
        assertThat(find(started, "acme.quiet").state()).isEqualTo(State.ACTIVE);
        registry().source("quiet").close();
    }

    @Test
    void whenTheNewVersionFails_thenTheOldOneIsUsedAgainAndTheReasonKept() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        PluginHost started = start();

        withActivator(FailingActivator.class).dropInto(inbox, "quiet.jar");
        await(() -> find(started, "acme.quiet").refusalText().isPresent());

        PluginInfo plugin = find(started, "acme.quiet");
        assertThat(plugin.state()).isEqualTo(State.ACTIVE);
        assertThat(plugin.version()).isEqualTo("1.0.0");
        assertThat(plugin.refusal()).contains("the licence has expired");
        registry().source("quiet").close();
    }

    @Test
    void whenANewVersionComesInAnotherFile_thenItReplacesTheOldAndGoesBackOnRemoval()
            throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet-1.0.jar");
        PluginHost started = start();

        quiet("acme.quiet", "1.1.0", "quiet").dropInto(inbox, "quiet-1.1.jar");
        await(() -> find(started, "acme.quiet").refusalText().isPresent());

        assertThat(find(started, "acme.quiet").version()).isEqualTo("1.1.0");
        assertThat(started.list()).hasSize(1);
        assertThat(find(started, "acme.quiet").refusal()).contains("was replaced by quiet-1.1.jar");

        Files.delete(inbox.resolve("quiet-1.1.jar"));
        await(() -> find(started, "acme.quiet").refusalText().isEmpty());
        assertThat(find(started, "acme.quiet").version()).isEqualTo("1.0.0");
    }

    @Test
    void whenAnOlderVersionComesInAnotherFile_thenItIsRefused() throws Exception {
        quiet("acme.quiet", "1.1.0", "quiet").writeTo(inbox.resolve("a.jar"));
        quiet("acme.quiet", "1.0.0", "quiet").writeTo(inbox.resolve("b.jar"));

        PluginInfo plugin = find(start(), "acme.quiet");

        assertThat(plugin.version()).isEqualTo("1.1.0");
        assertThat(plugin.refusal()).startsWith("b.jar is version 1.0.0 of acme.quiet");
    }

    @Test
    void whenAPluginIsRemoved_thenItsUsersAreStoppedFirst() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        PluginHost started = start();

        Files.delete(inbox.resolve("quiet.jar"));
        await(() -> users.events.contains("resume acme.quiet"));

        assertThat(started.list()).isEmpty();
        assertThat(users.events).containsExactly("suspend acme.quiet", "resume acme.quiet");
        assertThatThrownBy(() -> registry().source("quiet"))
                .isInstanceOf(MissingContributionException.class);
    }

    @Test
    void whenAJarIsHalfCopiedOverTheRunningOne_thenTheRunningOneStays() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        PluginHost started = start();
        Path whole = temp.resolve("whole.jar");
        quiet("acme.quiet", "2.0.0", "quiet").padding(5_000).writeTo(whole);
        byte[] bytes = Files.readAllBytes(whole);

        Files.write(inbox.resolve("quiet.jar"), java.util.Arrays.copyOf(bytes, 700));
        await(() -> find(started, "acme.quiet").refusalText().isPresent());
        assertThat(find(started, "acme.quiet").state()).isEqualTo(State.ACTIVE);
        assertThat(find(started, "acme.quiet").version()).isEqualTo("1.0.0");
        registry().source("quiet").close();

        Files.write(inbox.resolve("quiet.jar"), bytes);
        await(() -> find(started, "acme.quiet").refusalText().isEmpty());
        assertThat(find(started, "acme.quiet").version()).isEqualTo("2.0.0");
    }

    @Test
    void whenTheServerDiesDuringACopy_thenTheVersionInUseBeforeIsUsedAgain() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        start();
        kill();
        Files.writeString(inbox.resolve("quiet.jar"), "half a jar");

        PluginInfo plugin = find(start(), "acme.quiet");

        assertThat(plugin.state()).isEqualTo(State.ACTIVE);
        assertThat(plugin.version()).isEqualTo("1.0.0");
        assertThat(plugin.refusal()).startsWith("quiet.jar is not a jar");
    }

    @Test
    void whenAPluginIsReplacedWhileTheServerIsDown_thenTheNewOneIsUsed() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        quiet("acme.gone", "1.0.0", "gone").dropInto(inbox, "gone.jar");
        start();
        kill();
        quiet("acme.quiet", "2.0.0", "quiet").dropInto(inbox, "quiet.jar");
        Files.delete(inbox.resolve("gone.jar"));

        PluginHost started = start();

        assertThat(started.list()).hasSize(1);
        assertThat(find(started, "acme.quiet").version()).isEqualTo("2.0.0");
        assertThat(copies()).hasSize(1);
    }

    @Test
    void whenTheRecordIsDamaged_thenTheFolderDecides() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        start();
        kill();
        Files.writeString(temp.resolve("data/plugins/active.json"), "{\"plugins\": [");

        assertThat(find(start(), "acme.quiet").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void whenAPluginIsInstalledAndRemovedByCommand_thenTheAnswerIsTheOutcome() throws Exception {
        PluginHost started = start();
        Path jar = temp.resolve("made.jar");
        quiet("acme.quiet", "1.0.0", "quiet").writeTo(jar);

        try (InputStream in = Files.newInputStream(jar)) {
            assertThat(started.install("quiet.jar", in).state()).isEqualTo(State.ACTIVE);
        }
        InputStream junk = new ByteArrayInputStream(new byte[] {1, 2, 3});
        assertThat(started.install("junk.jar", junk).refusal()).startsWith("junk.jar is not a jar");
        started.remove("acme.quiet");
        started.remove("junk.jar");

        assertThat(started.list()).isEmpty();
        assertThat(inbox).isEmptyDirectory();
        assertThatThrownBy(() -> started.remove("acme.quiet"))
                .isInstanceOfSatisfying(
                        PluginException.class, e -> assertThat(e.notFound()).isTrue());
        assertThatThrownBy(() -> started.install("../evil.jar", junk))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("can't be the name of a plugin's file");
    }

    @Test
    void whenAPluginIsRemoved_thenItsClassLoaderCanBeCollected() throws Exception {
        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        PluginHost started = start();
        java.lang.ref.WeakReference<ClassLoader> loader = loaderOf("quiet");

        started.remove("acme.quiet");

        await(
                () -> {
                    System.gc();
                    return loader.get() == null;
                });
        assertThat(loader.get()).isNull();
    }

    private java.lang.ref.WeakReference<ClassLoader> loaderOf(String source) {
        try (Lease<SourceFactory<?>> lease = registry().source(source)) {
            ClassLoader loader = lease.service().getClass().getClassLoader();
            assertThat(loader).isNotEqualTo(PluginHost.class.getClassLoader());
            return new java.lang.ref.WeakReference<>(loader);
        }
    }

    private static PluginJar quiet(String name, String version, String type) {
        return PluginJar.named(name, version).source(QuietFactory.class, type).with(Quiet.class);
    }

    private static PluginJar withActivator(Class<?> activator) {
        return quiet("acme.quiet", "2.0.0", "quiet")
                .with(activator)
                .header("Bundle-Activator", activator.getName())
                .header(
                        "Import-Package",
                        "io.haumea.sdk.source,io.haumea.sdk.config,org.osgi.framework");
    }

    private PluginHost start() throws Exception {
        if (host != null) {
            return host;
        }
        PluginFramework booted = new PluginFramework(temp.resolve("cache"));
        framework = booted;
        ServerSettings.Paths paths =
                new ServerSettings.Paths(temp, temp.resolve("etc"), temp.resolve("data"), inbox);
        PluginHost created =
                new PluginHost(
                        booted.context(),
                        booted.registry,
                        users,
                        booted.components(),
                        paths,
                        Duration.ofSeconds(1));
        host = created;
        created.workThrough();
        return created;
    }

    /** The files are as a killed process leaves them: nothing is written when it ends. */
    private void kill() throws Exception {
        shutDown();
        host = null;
        framework = null;
    }

    private PluginRegistry registry() {
        assertThat(framework).isNotNull();
        return framework.registry;
    }

    private static PluginInfo find(PluginHost host, String name) {
        Optional<PluginInfo> found = host.find(name);
        assertThat(found).as("%s in %s", name, host.list()).isPresent();
        return found.get();
    }

    private @Nullable String refusal(String name) throws Exception {
        PluginInfo plugin = find(start(), name);
        assertThat(plugin.state()).isEqualTo(State.REFUSED);
        return plugin.refusal();
    }

    private List<Path> copies() throws IOException {
        try (var files = Files.list(temp.resolve("data/plugins"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private static final class RecordingUsers implements PluginUsers {
        private final List<String> events = Collections.synchronizedList(new ArrayList<>());
        private volatile int changes;

        @Override
        public List<String> rulesOf(String plugin) {
            return List.of();
        }

        @Override
        public Suspension suspend(String plugin) {
            events.add("suspend " + plugin);
            return () -> events.add("resume " + plugin);
        }

        @Override
        public synchronized void pluginsChanged() {
            changes++;
        }
    }
}
