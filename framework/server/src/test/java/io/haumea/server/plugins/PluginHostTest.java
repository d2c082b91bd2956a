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
import io.haumea.server.plugins.PluginInfo.OfferedType;
import io.haumea.server.plugins.PluginInfo.State;
import io.haumea.server.plugins.SamplePlugins.FailingActivator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What comes into use, is replaced and goes. */
class PluginHostTest extends PluginHostFixture {

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
    void whenAPluginIsDroppedIn_thenItIsFoundAndUsed() throws Exception {
        PluginHost started = start();

        quiet("acme.quiet", "1.0.0", "quiet").dropInto(inbox, "quiet.jar");
        await(() -> users.changes > 0);

        assertThat(find(started, "acme.quiet").state()).isEqualTo(State.ACTIVE);
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
}
