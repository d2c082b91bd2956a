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
package io.haumea.rest;

import io.haumea.engine.rule.NodeMetrics;
import io.haumea.engine.rule.PlanStep;
import io.haumea.sdk.data.DataType;
import io.haumea.sdk.data.Field;
import io.haumea.sdk.data.Schema;
import io.haumea.server.access.AccessService;
import io.haumea.server.access.Identity;
import io.haumea.server.access.Role;
import io.haumea.server.info.ServerInfo;
import io.haumea.server.plugins.PluginException;
import io.haumea.server.plugins.PluginInfo;
import io.haumea.server.plugins.PluginService;
import io.haumea.server.rule.RuleException;
import io.haumea.server.rule.RuleExplanation;
import io.haumea.server.rule.RuleExplanation.Value;
import io.haumea.server.rule.RuleService;
import io.haumea.server.stream.StreamException;
import io.haumea.server.stream.StreamService;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server's ports in memory: a few fixed things, and a list of what was asked of them. */
final class FakeServer {

    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean ready = true;
    volatile Optional<Identity> anonymous = Optional.of(new Identity("anonymous", Role.EDIT));
    final Map<String, Identity> sessions = new ConcurrentHashMap<>();
    final List<NodeMetrics> metrics = new CopyOnWriteArrayList<>();

    final ServerInfo info = new Info();
    final StreamService streams = new Streams();
    final RuleService rules = new Rules();
    final PluginService plugins = new Plugins();
    final AccessService access = new Access();

    private final class Info implements ServerInfo {
        @Override
        public String compatibleVersion() {
            return "0.9.0";
        }

        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public String os() {
            return "linux";
        }

        @Override
        public long upTimeSeconds() {
            return 25;
        }

        @Override
        public boolean ready() {
            return ready;
        }
    }

    private final class Streams implements StreamService {
        private final Map<String, StreamDefinition> byName = new ConcurrentSkipListMap<>();

        Streams() {
            Schema schema =
                    new Schema(
                            List.of(
                                    new Field("temperature", DataType.FLOAT),
                                    new Field("a", DataType.array(DataType.BIGINT)),
                                    new Field(
                                            "s",
                                            DataType.struct(
                                                    List.of(new Field("n", DataType.STRING))))));
            byName.put(
                    "demo",
                    new StreamDefinition(
                            "demo", schema, Map.of("FORMAT", "JSON", "DATASOURCE", "a/<&>/b")));
            byName.put("wild", new StreamDefinition("wild", Schema.NONE, Map.of()));
        }

        @Override
        public String execute(String sql) {
            calls.add("execute " + sql);
            switch (sql) {
                case "CREATE STREAM x () WITH ()" -> {
                    return "Stream x is created.";
                }
                case "DESCRIBE STREAM nope" ->
                        throw new StreamException("Stream nope is not found.", true);
                case "DROP STREAM nope" ->
                        throw new StreamException("Drop stream fails: nope is not found.", false);
                default -> throw new StreamException("Invalid stream statement: " + sql, false);
            }
        }

        @Override
        public List<String> names() {
            return new ArrayList<>(byName.keySet());
        }

        @Override
        public StreamDefinition describe(String name) {
            StreamDefinition found = byName.get(name);
            if (found == null) {
                throw new StreamException("Stream " + name + " is not found.", true);
            }
            return found;
        }

        @Override
        public void drop(String name) {
            calls.add("drop stream " + name);
            if (byName.remove(name) == null) {
                throw new StreamException(name + " is not found", true);
            }
        }
    }

    private final class Rules implements RuleService {
        @Override
        public CreatedRule create(String json) {
            calls.add("create " + json);
            if (!json.contains("\"id\"")) {
                throw new RuleException("Missing rule id.", false);
            }
            return new CreatedRule(
                    "r1", json.contains("doubt") ? List.of("It is odd.") : List.of());
        }

        @Override
        public CreatedRule replace(String id, String json) {
            known(id, "Rule " + id + " is not found.");
            calls.add("replace " + id + " " + json);
            return new CreatedRule(id, List.of());
        }

        @Override
        public RuleExplanation explain(String id) {
            known(id, "Rule " + id + " is not found.");
            return explanation(id);
        }

        @Override
        public RuleExplanation explainUnsaved(String json) {
            if (!json.contains("\"sql\"")) {
                throw new RuleException("Missing rule SQL.", false);
            }
            return explanation("");
        }

        private RuleExplanation explanation(String id) {
            Value column = new Value("a", "bigint");
            return new RuleExplanation(
                    id,
                    "SELECT a FROM demo WHERE a > 1",
                    List.of(new RuleExplanation.Input("demo", "mqtt", "json", List.of(column))),
                    List.of(column),
                    List.of(
                            new PlanStep(0, "Project", "Project a#0 AS? a", ""),
                            new PlanStep(1, "Filter", "Filter(WHERE) (a#0 > 1)", "nothing"),
                            new PlanStep(2, "Scan", "Scan demo", "")),
                    List.of(column),
                    List.of("It is odd."));
        }

        @Override
        public List<RuleSummary> list() {
            return List.of(
                    new RuleSummary("r1", "Running"),
                    new RuleSummary("r2", "Stopped: canceled manually or by error."));
        }

        @Override
        public String describe(String id) {
            known(id, "Rule " + id + " is not found.");
            return "{\"triggered\":true,\"id\":\"r1\",\"sql\":\"SELECT a FROM demo WHERE a > 1\"}";
        }

        @Override
        public void drop(String id) {
            known(id, id + " is not found");
            calls.add("drop rule " + id);
        }

        @Override
        public void start(String id) {
            known(id, "Rule " + id + " is not found.");
            calls.add("start " + id);
            if (id.equals("r2")) {
                throw new RuleException("fail to get stream s, please check", false);
            }
        }

        @Override
        public boolean stop(String id) {
            calls.add("stop " + id);
            return id.equals("r1");
        }

        @Override
        public void restart(String id) {
            known(id, "Rule " + id + " is not found.");
            calls.add("restart " + id);
            if (id.equals("r2")) {
                throw new RuleException("fail to get stream s, please check", false);
            }
        }

        @Override
        public RuleStatus status(String id) {
            known(id, "Rule " + id + " is not found");
            return id.equals("r1")
                    ? new RuleStatus(id, true, "Running", metrics)
                    : new RuleStatus(
                            id, false, "Stopped: canceled manually or by error.", List.of());
        }

        private void known(String id, String message) {
            if (!id.equals("r1") && !id.equals("r2")) {
                throw new RuleException(message, true);
            }
        }
    }

    private final class Plugins implements PluginService {
        private final PluginInfo good =
                new PluginInfo(
                        "io.acme.good",
                        "1.0.0",
                        PluginInfo.State.ACTIVE,
                        "good.jar",
                        "ab12",
                        List.of(
                                new PluginInfo.OfferedType("source", "random"),
                                new PluginInfo.OfferedType("function", "echo")),
                        List.of("r1"),
                        null);
        private final PluginInfo bad =
                new PluginInfo(
                        "bad.jar",
                        "",
                        PluginInfo.State.REFUSED,
                        "bad.jar",
                        "cd34",
                        List.of(),
                        List.of(),
                        "bad.jar is not a bundle.");

        @Override
        public List<PluginInfo> list() {
            return List.of(bad, good);
        }

        @Override
        public Optional<PluginInfo> find(String name) {
            return list().stream().filter(plugin -> plugin.name().equals(name)).findFirst();
        }

        @Override
        public PluginInfo install(String fileName, InputStream jar) {
            try {
                calls.add("install " + fileName + " " + jar.readAllBytes().length);
            } catch (IOException e) {
                throw new PluginException("The jar can't be stored: " + e.getMessage(), false);
            }
            return fileName.equals("bad.jar") ? bad : good;
        }

        @Override
        public void remove(String name) {
            if (find(name).isEmpty()) {
                throw new PluginException("Plugin " + name + " is not found.", true);
            }
            calls.add("remove " + name);
        }

        @Override
        public List<String> types(String kind) {
            return kind.equals("source") ? List.of("mqtt", "random") : List.of();
        }
    }

    private final class Access implements AccessService {
        @Override
        public Optional<Identity> login(String user, String password) {
            return switch (user + ":" + password) {
                case "vera:v" -> Optional.of(new Identity("vera", Role.VIEW));
                case "ed:e" -> Optional.of(new Identity("ed", Role.EDIT));
                case "ada:a" -> Optional.of(new Identity("ada", Role.ADMIN));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Identity> token(String token) {
            return token.equals("t1")
                    ? Optional.of(new Identity("robot", Role.ADMIN))
                    : Optional.empty();
        }

        @Override
        public String openSession(Identity identity) {
            String secret = "secret-of-" + identity.user();
            sessions.put(secret, identity);
            return secret;
        }

        @Override
        public Optional<Identity> session(String secret) {
            return Optional.ofNullable(sessions.get(secret));
        }

        @Override
        public void closeSession(String secret) {
            sessions.remove(secret);
        }

        @Override
        public Optional<Identity> anonymous(boolean loopback) {
            return loopback ? anonymous : Optional.empty();
        }

        @Override
        public boolean allowedHost(String hostHeader) {
            return hostHeader.startsWith("localhost:") || hostHeader.startsWith("127.0.0.1:");
        }
    }
}
