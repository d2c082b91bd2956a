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

import io.haumea.server.plugins.PluginInfo.State;
import io.haumea.server.plugins.SamplePlugins.BrokenFactory;
import io.haumea.server.plugins.SamplePlugins.FailingActivator;
import io.haumea.server.plugins.SamplePlugins.HangingActivator;
import io.haumea.server.plugins.SamplePlugins.Helper;
import io.haumea.server.plugins.SamplePlugins.Quiet;
import io.haumea.server.plugins.SamplePlugins.QuietFactory;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is refused, and in which words. */
class PluginRefusalTest extends PluginHostFixture {

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
        pluginDeadline = Duration.ofSeconds(2);
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
}
