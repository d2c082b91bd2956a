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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest extends CliFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # command          | request                      | status | answer | output | exit
                    show streams       | GET /streams                 | 200 | ["a","b"]\\n | a\\nb\\n\\n | 0
                    show streams       | GET /streams                 | 200 | []\\n | No stream definitions are found.\\n\\n | 0
                    drop stream d      | POST /streams                | 201 | Stream d is dropped. | Stream d is dropped.\\n\\n | 0
                    drop stream d      | POST /streams                | 400 | Stream command error: Drop stream fails: d is not found.\\n | Stream command error: Drop stream fails: d is not found.\\n | 1
                    describe stream d  | GET /streams/d               | 404 | describe stream error: Stream d is not found.\\n | Stream command error: Stream d is not found.\\n | 1
                    create stream d (a bigint) WITH (x="y") | POST /streams | 201 | Stream d is created. | Stream d is created.\\n\\n | 0
                    create stream d (  | POST /streams                | 400 | Stream command error: found "EOF".\\n | Stream command error: found "EOF".\\n | 1
                    create rule r {}   | POST /rules                  | 400 | Create rule error: Missing rule actions.\\n | Create rule error : Missing rule actions..\\n | 1
                    create rule r {"ID":"x"} | -                      | 0   |  | Create rule error : Name is not consistent with rule id..\\n | 1
                    create rule r      | -                            | 0   |  | Expect rule name and json.\\nBut found 1 args:[r].\\n | 2
                    create rule r a b  | -                            | 0   |  | Expect rule name and json.\\nBut found 3 args:[r a b].\\n | 2
                    show rules         | GET /rules                   | 200 | [{"id":"r","status":"Running"}]\\n | [\\n  {\\n    "id": "r",\\n    "status": "Running"\\n  }\\n]\\n | 0
                    show rules         | GET /rules                   | 200 | []\\n | No rule definitions are found.\\n | 0
                    describe rule r    | GET /rules/r                 | 200 | {"id":"r","sql":"a \\u003e 1","n":12345678901234567890}\\n | {\\n  "id": "r",\\n  "sql": "a > 1",\\n  "n": 12345678901234567890\\n}\\n\\n | 0
                    describe rule r    | GET /rules/r                 | 404 | describe rule error: Rule r is not found.\\n | Desc rule error : Rule r is not found..\\n | 1
                    drop rule r        | DELETE /rules/r              | 200 | Rule r is dropped. | Rule r is dropped.\\n | 0
                    drop rule r        | DELETE /rules/r              | 404 | delete rule error: r is not found\\n | Drop rule error : r is not found.\\n | 1
                    drop rule ü/x      | DELETE /rules/%C3%BC%2Fx     | 200 | ok | ok\\n | 0
                    getstatus rule r   | GET /rules/r/status          | 200 | Stopped: x. | Stopped: x.\\n | 0
                    getstatus rule r   | GET /rules/r/status          | 404 | get rule status error: Rule r is not found\\n | Rule r is not found\\n | 1
                    start rule r       | POST /rules/r/start          | 200 | Rule r was started | Rule r was started\\n | 0
                    start rule r       | POST /rules/r/start          | 404 | start rule error: Rule r is not found.\\n | Rule r is not found.\\n | 1
                    stop rule r        | POST /rules/r/stop           | 200 | Rule r was stopped. | Rule r was stopped.\\n | 0
                    stop rule r        | POST /rules/r/stop           | 200 | Rule r was not found. | Rule r was not found.\\n | 1
                    restart rule r     | POST /rules/r/restart        | 200 | Rule r was restarted | Rule r was restarted.\\n | 0
                    restart rule r     | POST /rules/r/restart        | 404 | restart rule error: Rule r is not found.\\n | Rule r is not found.\\n | 1
                    stop rule          | -                            | 0   |  | Expect rule name.\\n | 2
                    getstatus rule a b | -                            | 0   |  | Expect rule name.\\n | 2
                    explain rule r     | GET /rules/r/explain?format=text | 200 | Rule r\\n  Plan\\n | Rule r\\n  Plan\\n | 0
                    explain rule r     | GET /rules/r/explain?format=text | 404 | explain rule error: Rule r is not found.\\n | Explain rule error : Rule r is not found.\\n | 1
                    replace rule r {}  | PUT /rules/r                 | 200 | Rule r was replaced. | Rule r was replaced.\\n | 0
                    replace rule r {}  | PUT /rules/r                 | 400 | Replace rule error: Missing rule SQL.\\n | Replace rule error : Missing rule SQL.\\n | 1
                    replace rule r     | -                            | 0   |  | Expect rule name and json.\\nBut found 1 args:[r].\\n | 2
                    describe stream a/b | GET /streams/a/b            | 404 | describe stream error: Stream a/b is not found.\\n | Stream command error: Stream a/b is not found.\\n | 1
                    show plugins source | GET /plugins/sources        | 200 | ["a","b"]\\n | a\\nb\\n | 0
                    show plugins sink  | GET /plugins/sinks           | 200 | []\\n | No plugin is found.\\n | 0
                    show plugins nope  | -                            | 0   |  | Invalid plugin type nope, should be "source", "sink" or "function".\\n\\n | 2
                    show plugins       | GET /plugins                 | 200 | [{"name":"io.x","version":"1.0","state":"active","types":[{"kind":"source","name":"t"},{"kind":"sink","name":"t"}],"refusal":null},{"name":"b.jar","version":"","state":"refused","types":[],"refusal":"No bundle."}]\\n | NAME   VERSION  STATE    TYPES             REFUSAL\\nio.x   1.0      active   source t, sink t\\nb.jar           refused                    No bundle.\\n | 0
                    show plugins       | GET /plugins                 | 401 | This needs a login.\\n | This needs a login. Use --user and --password, or --token or HAUMEA_TOKEN.\\n | 1
                    describe plugin source t | GET /plugins/sources/t | 200 | {"name":"t","version":"1"}\\n | {\\n  "name": "t",\\n  "version": "1"\\n}\\n | 0
                    describe plugin source t | GET /plugins/sources/t | 404 | describe sources plugin t error: not found\\n | Describe plugin error: not found\\n | 1
                    describe plugin io.x | GET /plugins/io.x          | 404 | describe plugin error: Plugin io.x is not found.\\n | Describe plugin error: Plugin io.x is not found.\\n | 1
                    drop plugin io.x   | DELETE /plugins/io.x         | 200 | Plugin io.x is removed. | Plugin io.x is removed.\\n | 0
                    show rules         | GET /rules                   | 200 | oops | the server's answer can't be understood; is that a Haumea server?\\n | 3
                    """)
    void whenACommandIsGiven_thenItsTextIsPrintedAsInTheReference(
            String command, String request, int status, String answer, String output, int exit) {
        // given
        if (status > 0) {
            rest.on(request, status, answer == null ? "" : answer.replace("\\n", "\n"));
        }
        String expected = output.replace("\\n", "\n");

        // when
        run(command.split(" ", -1));

        // then
        assertThat(code).isEqualTo(exit);
        assertThat(exit == 0 ? out : err.replaceFirst("haumea: ", ""))
                .isEqualTo(expected.replace("..\n", ".\n"));
        assertThat(exit == 0 ? err : out).isEmpty();
        assertThat(rest.requests).hasSize(status > 0 ? 1 : 0);

        // when
        rest.requests.clear();
        compat = true;
        run(command.split(" ", -1));

        // then
        assertThat(code).isZero();
        assertThat(out).isEqualTo("Connecting to localhost:" + rest.port() + "... \n" + expected);
        assertThat(err).isEmpty();
    }

    @Test
    void whenAStreamIsDescribed_thenItsFieldsAndOptionsAreListed() {
        // given
        rest.on(
                "GET /streams/demo",
                200,
                """
                {"Name":"demo","StreamFields":[{"FieldType":"float","Name":"temperature"},\
                {"FieldType":"bigint","Name":"humidity"}],\
                "Options":{"FORMAT":"JSON","DATASOURCE":"a/b"}}
                """);

        // when
        run("describe", "stream", "demo");

        // then
        assertThat(out)
                .isEqualTo(
                        "Fields\n"
                                + "-".repeat(80)
                                + "\ntemperature\tfloat\nhumidity\tbigint\n\n"
                                + "DATASOURCE: a/b\nFORMAT: JSON\n\n");
    }

    @Test
    void whenARuleIsCreated_thenItsNameBecomesItsId() {
        // given
        rest.on("POST /rules", 201, "Rule r was created successfully.");

        // when
        run("create", "rule", "r", "{\"sql\": \"a < 1\", \"n\": 1.50}");

        // then
        assertThat(rest.requests)
                .containsExactly("POST /rules {\"sql\":\"a < 1\",\"n\":1.50,\"id\":\"r\"}");
        assertThat(out)
                .isEqualTo(
                        "Rule r was created successfully, please use 'haumea getstatus rule r'"
                                + " command to get rule status.\n");

        // when
        compat = true;
        run("create", "rule", "r", "{\"id\":\"r\"}");

        // then
        assertThat(rest.requests).contains("POST /rules {\"id\":\"r\"}");
        assertThat(out).contains("please use 'bin/cli getstatus rule r' command");
    }

    @Test
    void whenADefinitionIsInAFile_thenItIsReadFromThere() throws IOException {
        // given
        rest.on("POST /streams", 201, "Stream d is created.");
        rest.on("POST /rules", 201, "Rule r was created successfully.");
        Path stream = Files.writeString(home.resolve("my stream.txt"), "d () WITH (x=\"ü\")");
        Path whole = Files.writeString(home.resolve("whole.txt"), " Create STREAM d ()");
        Path rule = Files.writeString(home.resolve("rule.txt"), "{}");

        // when
        run("create", "stream", "-f", stream.toString());
        String first = out;
        run("create", "stream", "d", "--file", whole.toString());
        run("create", "rule", "r", "-f", rule.toString());

        // then
        assertThat(first)
                .isEqualTo(
                        "Creating a new stream from file "
                                + stream
                                + ".\nStream d is created.\n\n");
        assertThat(out).startsWith("Creating a new rule from file " + rule + ".\nRule r was");
        assertThat(rest.requests)
                .containsExactly(
                        "POST /streams {\"sql\":\"create stream d () WITH (x=\\\"ü\\\")\"}",
                        "POST /streams {\"sql\":\" Create STREAM d ()\"}",
                        "POST /rules {\"id\":\"r\"}");
    }

    @Test
    void whenAFileIsMissing_thenTheTextNamesIt() {
        // when
        run("create", "rule", "r", "-f", "/nope");

        // then
        assertThat(err)
                .isEqualTo("haumea: The specified rule defenition file /nope is not existed.\n");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void whenAPluginIsInstalled_thenItsJarIsSent() throws IOException {
        // given
        Path jar = Files.writeString(home.resolve("a plugin.jar"), "PK");
        rest.on("POST /plugins?name=a%20plugin.jar", 400, "install plugin error: No bundle.\n");
        rest.on("POST /plugins?name=a%20plugin.jar", 201, "Plugin x 1.0 is installed.");

        // when
        run("install", "plugin", jar.toString());

        // then
        assertThat(err).isEqualTo("haumea: Install plugin error: No bundle.\n");
        assertThat(code).isEqualTo(1);

        // when
        run("install", "plugin", jar.toString(), "--token", "t1");

        // then
        assertThat(out).isEqualTo("Plugin x 1.0 is installed.\n");
        assertThat(rest.requests).contains("POST /plugins?name=a%20plugin.jar PK");
        assertThat(rest.authorizations).contains("Bearer t1");
    }

    @Test
    void whenCredentialsAreGiven_thenTheyAreSent() {
        // given
        rest.on("GET /rules", 200, "[]\n");

        // when
        run("--user", "ada", "--password=pä", "show", "rules");
        environment.put("HAUMEA_TOKEN", "t2");
        run("show", "rules");
        run("show", "rules", "--token=t3");

        // then
        assertThat(rest.authorizations)
                .containsExactly("Basic YWRhOnDDpA==", "Bearer t2", "Bearer t3");
    }

    @Test
    void whenNoServerAnswers_thenThatIsSaid() throws IOException {
        // given
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        // when
        run("show", "rules", "--port", Integer.toString(free));

        // then
        assertThat(code).isEqualTo(3);
        assertThat(err).startsWith("haumea: no server answers at http://localhost:" + free);

        // when
        compat = true;
        run("--port", Integer.toString(free), "show", "rules");

        // then
        assertThat(code).isZero();
        assertThat(out)
                .isEqualTo(
                        "Connecting to localhost:"
                                + free
                                + "... \n"
                                + "Failed to connect the server, please start the server.\n");
    }

    @Test
    void whenTheServerIsStarting_thenTheClientWaits() {
        // given
        rest.on("GET /rules", 404, "<html>not yet</html>");
        rest.on("GET /rules", 503, "The server is starting.\n");
        rest.on("GET /rules", 200, "[]\n");

        // when
        run("show", "rules");

        // then
        assertThat(out).isEqualTo("No rule definitions are found.\n");
        assertThat(rest.requests).hasSize(3);
    }

    @Test
    void whenSomethingElseAnswers_thenThatIsSaid() {
        // given
        rest.on("GET /rules", 200, "<html>A page</html>");

        // when
        run("show", "rules");

        // then
        assertThat(code).isEqualTo(3);
        assertThat(err).endsWith(rest.port() + " is not a Haumea server\n");
    }

    @Test
    void whenACommandIsUnknown_thenHelpIsShown() {
        // when
        run("show", "nothing");

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err).startsWith("haumea: ").contains("Usage: haumea show");

        // when
        compat = true;
        run("show", "nothing");

        // then
        assertThat(code).isEqualTo(3);
        assertThat(err).isEqualTo("No help topic for 'nothing'\n");

        // when
        for (List<String> words : List.of(List.of("nothing"), List.<String>of(), List.of("help"))) {
            run(words.toArray(String[]::new));

            // then
            assertThat(code).isZero();
            assertThat(out).startsWith("Connecting to ").contains("Usage: ", "getstatus");
        }
    }

    @Test
    void whenTheVersionIsAskedFor_thenItIsPrinted() throws IOException {
        // given
        Files.writeString(home.resolve("VERSION"), "1.2.3\n");

        // then
        run("--version");
        assertThat(out).isEqualTo("Haumea 1.2.3\n");
        compat = true;
        run("-v");
        assertThat(out).endsWith("... \nKuiper version 0.9.0\n");
    }

    @Test
    void whenTheConfigurationIsBroken_thenTheFileIsNamed() throws IOException {
        // given
        for (String text : List.of("basic: [", "basic:\n  port: many\n", "basic:\n  port: 0\n")) {
            config(text);

            // when
            run("show", "rules");

            // then
            assertThat(code).isEqualTo(2);
            assertThat(err).contains("client.yaml can't be read: ");
        }
    }

    @Test
    void whenTheConfigurationNamesTheReferencesPort_thenTheRestPortIsMeant() throws IOException {
        // given
        List<ClientConfig> read = new ArrayList<>();

        // when
        for (String text :
                List.of("basic:\n  host: h\n  port: 20498\n", "", "other: 1\n", "basic: {}\n")) {
            config(text);
            read.add(ClientConfig.read(home.resolve("etc/client.yaml")));
        }

        // then
        assertThat(read)
                .containsExactly(
                        new ClientConfig("h", 9081),
                        ClientConfig.DEFAULT,
                        ClientConfig.DEFAULT,
                        ClientConfig.DEFAULT);
        assertThat(ClientConfig.read(home.resolve("nope.yaml"))).isEqualTo(ClientConfig.DEFAULT);
    }
}
