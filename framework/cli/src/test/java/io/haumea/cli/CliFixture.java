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
package io.haumea.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The client with a folder of its own and a server that gives fixed answers. */
abstract class CliFixture {

    @TempDir Path home;
    FakeRest rest;
    final Map<String, String> environment = new TreeMap<>();
    boolean compat;
    int code;
    String out = "";
    String err = "";

    @BeforeEach
    void start() throws IOException {
        rest = new FakeRest();
        rest.on("GET /", 200, "{}");
        config("basic:\n  host: localhost\n  port: " + rest.port() + "\n");
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    void config(String text) throws IOException {
        Files.createDirectories(home.resolve("etc"));
        Files.writeString(home.resolve("etc").resolve("client.yaml"), text);
    }

    void run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        Properties properties = new Properties();
        properties.setProperty("haumea.home", home.toString());
        properties.setProperty("haumea.cli.compat", Boolean.toString(compat));
        Cli cli =
                new Cli(
                        new PrintWriter(outText, true),
                        new PrintWriter(errText, true),
                        environment,
                        properties);
        code = cli.run(arguments);
        out = outText.toString();
        err = errText.toString();
    }
}
