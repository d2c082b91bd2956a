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
package io.haumea.server.demo;

import com.google.gson.Gson;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.SinkFactory;
import io.haumea.server.access.Access;
import io.haumea.server.boot.Startup;
import io.haumea.server.config.DemoBroker;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.plugins.PluginInfo;
import io.haumea.server.plugins.PluginService;
import io.haumea.server.rule.RuleService;
import io.haumea.server.stream.StreamService;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the demonstration up once the server is up: devices are simulated, their readings travel
 * through MQTT, and two rules work on them.
 */
@Component(
        service = {},
        immediate = true)
public final class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final String FEED = "demo_feed";
    private static final String ALERT = "demo_alert";
    private static final String AVERAGE = "demo_average";

    private static final String ALERT_SQL =
            "SELECT device, temperature FROM demo WHERE temperature > 35";
    private static final String AVERAGE_SQL =
            "SELECT device, avg(temperature) AS temperature, count(*) AS readings FROM demo"
                    + " GROUP BY device, TUMBLINGWINDOW(ss, 5)";

    private final PluginService plugins;
    private final StreamService streams;
    private final RuleService rules;
    private final ComponentServiceObjects<Access> access;
    private final ServerSettings settings;
    private final PrintStream out = System.out;

    /**
     * Does nothing unless this is the demonstration.
     *
     * @param context registers the sink that prints, and knows the broker's port
     * @param startup what must have happened before
     * @param plugins takes the broker and the simulator
     * @param streams creates the streams
     * @param rules creates the rules
     * @param access knows the login; not made unless this is the demonstration
     * @param settings whether this is the demonstration
     */
    @Activate
    public Demo(
            BundleContext context,
            @Reference Startup startup,
            @Reference PluginService plugins,
            @Reference StreamService streams,
            @Reference RuleService rules,
            @Reference ComponentServiceObjects<Access> access,
            @Reference ServerSettings settings) {
        this.plugins = plugins;
        this.streams = streams;
        this.rules = rules;
        this.access = access;
        this.settings = settings;
        if (settings.demo()) {
            context.registerService(
                    SinkFactory.class,
                    new PrintSinkFactory(out),
                    FrameworkUtil.asDictionary(Map.of("sink.type", PrintSinkFactory.TYPE)));
            setUp(DemoBroker.address(String.valueOf(context.getProperty(DemoBroker.PORT))));
        }
    }

    private void setUp(String broker) {
        try {
            installAll(settings.paths().home().resolve("plugins"), "");
            installAll(settings.paths().home().resolve("extras"), "broker");
            installAll(settings.paths().home().resolve("extras"), "simulator");
            introduce(broker);
            stream(
                    "demo",
                    "(device STRING, temperature FLOAT, humidity FLOAT) WITH (DATASOURCE="
                            + "\"demo/devices\", FORMAT=\"JSON\")");
            stream("devices", "() WITH (TYPE=\"simulator\", FORMAT=\"JSON\")");
            rule(ALERT, ALERT_SQL, printed(broker, "demo/alerts", true));
            rule(AVERAGE, AVERAGE_SQL, printed(broker, "demo/averages", false));
            rule(FEED, "SELECT * FROM devices", List.of(mqtt(broker, "demo/devices", true)));
        } catch (HaumeaException | IOException e) {
            out.println("The demo can't be set up: " + e.getMessage());
            LOG.error("The demo can't be set up", e);
        }
    }

    /** Puts jars whose names begin like that into the demo's own inbox, unless they are there. */
    private void installAll(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder) || folder.equals(settings.paths().inbox())) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, prefix + "*.jar")) {
            for (Path jar : jars) {
                try (InputStream in = Files.newInputStream(jar)) {
                    PluginInfo plugin = plugins.install(String.valueOf(jar.getFileName()), in);
                    plugin.refusalText().ifPresent(out::println);
                }
            }
        }
    }

    private void stream(String name, String definition) {
        if (!streams.names().contains(name)) {
            streams.execute("CREATE STREAM " + name + " " + definition);
        }
    }

    private void rule(String id, String sql, List<Map<String, Object>> actions) {
        boolean known = rules.list().stream().anyMatch(rule -> rule.id().equals(id));
        if (!known) {
            rules.create(new Gson().toJson(Map.of("id", id, "sql", sql, "actions", actions)));
        }
    }

    private static List<Map<String, Object>> printed(String broker, String topic, boolean single) {
        return List.of(
                Map.of(PrintSinkFactory.TYPE, Map.of("sendSingle", single)),
                mqtt(broker, topic, single));
    }

    private static Map<String, Object> mqtt(String broker, String topic, boolean single) {
        return Map.of("mqtt", Map.of("server", broker, "topic", topic, "sendSingle", single));
    }

    private void introduce(String broker) {
        String host = settings.address().host();
        String url =
                "http://"
                        + (host.equals("0.0.0.0") ? "localhost" : host)
                        + ":"
                        + settings.address().port();
        out.println("Simulated devices publish to the MQTT topic demo/devices; two rules read it:");
        out.println("  " + ALERT + "    " + ALERT_SQL);
        out.println("  " + AVERAGE + "  " + AVERAGE_SQL);
        out.println("Look closer:");
        out.println("  curl " + url + "/streams/demo");
        out.println("  curl " + url + "/rules");
        out.println("  curl " + url + "/rules/" + ALERT + "/status");
        out.println(
                "  MQTT broker " + broker + ", topics demo/devices, demo/alerts, demo/averages");
        out.println("  Console " + url + "/system/console/haumea" + login());
        out.println("Ctrl-C ends it. Results as they come:");
        out.flush();
    }

    private String login() {
        try {
            return " (user admin, password "
                    + Files.readString(access.getService().passwordFile()).strip()
                    + ")";
        } catch (IOException e) {
            return " (with a user of this installation)";
        }
    }
}
