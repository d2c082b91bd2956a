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
package io.haumea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars dropped into the plugins folder of a running server. */
class PluginFolderIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path scratch;

    private Distribution distribution;
    private Server server;

    @BeforeEach
    void startServer() throws Exception {
        distribution = Distribution.copyTo(scratch);
        server = Server.start(distribution, Map.of());
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    private JsonArray plugins() throws Exception {
        String password = Files.readString(distribution.home().resolve("etc/admin-password"));
        String login =
                Base64.getEncoder()
                        .encodeToString(
                                ("admin:" + password.strip()).getBytes(StandardCharsets.UTF_8));
        String body =
                server.send(
                                HttpRequest.newBuilder(server.uri("/plugins"))
                                        .header("Authorization", "Basic " + login)
                                        .GET())
                        .body();
        return JsonParser.parseString(body).getAsJsonArray();
    }

    private JsonObject awaitPlugin(String file, String member, String wanted) throws Exception {
        return Await.until(
                        wanted + " of " + file,
                        LIMIT,
                        () -> find(file),
                        plugin ->
                                plugin != null
                                        && plugin.has(member)
                                        && plugin.get(member).toString().contains(wanted))
                .getAsJsonObject();
    }

    private JsonObject find(String file) throws Exception {
        for (JsonElement plugin : plugins()) {
            if (plugin.getAsJsonObject().get("file").getAsString().equals(file)) {
                return plugin.getAsJsonObject();
            }
        }
        return new JsonObject();
    }

    private Path extra(String name) {
        return distribution.home().resolve("extras").resolve(name + ".jar");
    }

    private void createTickerRule(String id) throws Exception {
        server.createStream(
                "CREATE STREAM "
                        + id
                        + " () WITH (DATASOURCE=\"x\", TYPE=\"ticker\", FORMAT=\"JSON\")");
        server.createRule(
                "{\"id\":\""
                        + id
                        + "\",\"sql\":\"SELECT * FROM "
                        + id
                        + "\",\"actions\":[{\"nop\":{}}]}");
    }

    /** Messages received since the rule was started; less than zero while it does not run. */
    private long received(String id) throws Exception {
        String status = server.get("/rules/" + id + "/status").body();
        return status.startsWith("{")
                ? JsonParser.parseString(status)
                        .getAsJsonObject()
                        .get("source_" + id + "_0_records_in_total")
                        .getAsLong()
                : -1;
    }

    private void awaitMessages(String id, long more) throws Exception {
        Await.until("messages", LIMIT, () -> received(id), count -> count > more);
    }

    @Test
    void whenAJarIsDropped_thenItsTypesCanBeUsed() throws Exception {
        distribution.takeExtra("samples");
        awaitPlugin("samples.jar", "state", "active");
        createTickerRule("ticks");
        awaitMessages("ticks", 0);
    }

    @Test
    void whenAJarIsReplaced_thenItsRuleUsesTheNewOneWithinASecondAndOthersNoticeNothing()
            throws Exception {
        distribution.takeExtra("samples");
        distribution.takeExtra("simulator");
        awaitPlugin("samples.jar", "state", "active");
        awaitPlugin("simulator.jar", "state", "active");
        createTickerRule("ticks");
        server.createStream(
                "CREATE STREAM other () WITH (DATASOURCE=\"x\", TYPE=\"simulator\","
                        + " FORMAT=\"JSON\")");
        server.createRule(
                "{\"id\":\"other\",\"sql\":\"SELECT * FROM other\",\"actions\":[{\"nop\":{}}]}");
        awaitMessages("ticks", 0);
        awaitMessages("other", 5);
        long before = received("other");

        Path newer =
                Jars.variant(
                        extra("samples"),
                        scratch.resolve("newer.jar"),
                        manifest -> manifest.putValue("Bundle-Version", "9.9.9"));
        long dropped = System.nanoTime();
        distribution.drop(newer, "samples.jar");
        awaitPlugin("samples.jar", "version", "9.9.9");
        awaitMessages("ticks", 0);
        long took = (System.nanoTime() - dropped) / 1_000_000;

        // One second is the promise; a loaded test machine gets some more.
        assertThat(took).as("ms until the new version was in use").isLessThan(3_000);
        assertThat(received("other")).isGreaterThanOrEqualTo(before);
        assertThat(server.get("/rules/other/status").body()).startsWith("{");
    }

    @Test
    void whenAJarIsRemoved_thenItsRuleWaitsAndGoesOnWhenItIsBack() throws Exception {
        distribution.takeExtra("samples");
        awaitPlugin("samples.jar", "state", "active");
        createTickerRule("ticks");
        awaitMessages("ticks", 0);
        Files.delete(distribution.plugins().resolve("samples.jar"));
        server.awaitStatus("ticks", "ticker");
        assertThat(server.get("/rules/ticks/status").body()).doesNotStartWith("{");
        distribution.takeExtra("samples");
        server.awaitStatus("ticks", "records_in_total");
        awaitMessages("ticks", 0);
    }

    @Test
    void whenAFileIsNoBundle_thenItIsRefusedInWordsAndNothingElseChanges() throws Exception {
        distribution.takeExtra("samples");
        awaitPlugin("samples.jar", "state", "active");
        Path text = Files.writeString(scratch.resolve("text"), "not a jar");
        distribution.drop(text, "text.jar");
        awaitPlugin("text.jar", "refusal", "jar");
        assertThat(find("samples.jar").get("state").getAsString()).isEqualTo("active");
    }

    @Test
    void whenAJarNeedsANewerSdk_thenTheRefusalNamesBothVersions() throws Exception {
        Path newer =
                Jars.variant(
                        extra("samples"),
                        scratch.resolve("newer.jar"),
                        manifest ->
                                manifest.putValue(
                                        "Import-Package",
                                        manifest.getValue("Import-Package")
                                                .replaceAll(
                                                        "(io\\.haumea\\.sdk\\.source;version=)\"[^\"]*\"",
                                                        "$1\"[2.0,3)\"")));
        distribution.drop(newer, "newer.jar");
        JsonObject refused = awaitPlugin("newer.jar", "refusal", "io.haumea.sdk.source");
        assertThat(refused.get("refusal").getAsString()).contains("[2,3)").contains("0.1");
    }

    @Test
    void whenAJarLacksAnImport_thenTheRefusalNamesThePackage() throws Exception {
        Path lacking =
                Jars.variant(
                        extra("samples"),
                        scratch.resolve("lacking.jar"),
                        manifest ->
                                manifest.putValue(
                                        "Import-Package",
                                        manifest.getValue("Import-Package") + ",com.acme.lib"));
        distribution.drop(lacking, "lacking.jar");
        awaitPlugin("lacking.jar", "refusal", "com.acme.lib");
    }
}
