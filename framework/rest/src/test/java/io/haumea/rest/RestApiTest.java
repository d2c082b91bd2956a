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

import static org.assertj.core.api.Assertions.assertThat;

import io.haumea.engine.rule.NodeMetrics;
import io.haumea.rest.RestFixture.Reply;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain;charset=utf-8";

    private RestFixture rest;

    @BeforeEach
    void start() throws Exception {
        rest = RestFixture.start();
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET    | /                   | | 200 | {"version":"0.9.0","os":"linux","upTimeSeconds":25}
                    POST   | /                   | | 200 | {"version":"0.9.0","os":"linux","upTimeSeconds":25}
                    POST   | /streams            | {"sql":"CREATE STREAM x () WITH ()"} | 201 | Stream x is created.
                    POST   | /streams            | {"SQL":"CREATE STREAM x () WITH ()","more":[1]} tail | 201 | Stream x is created.
                    DELETE | /streams/demo       | | 200 | Stream demo is dropped.
                    POST   | /rules              | {"id":"r1"} | 201 | Rule r1 was created successfully.
                    DELETE | /rules/r1           | | 200 | Rule r1 is dropped.
                    POST   | /rules/r1/start     | | 200 | Rule r1 was started
                    POST   | /rules/r1/stop      | | 200 | Rule r1 was stopped.
                    POST   | /rules/r2/stop      | | 200 | Rule r2 was not found.
                    POST   | /rules/nope/stop    | | 200 | Rule nope was not found.
                    POST   | /rules/r1/restart   | | 200 | Rule r1 was restarted
                    GET    | /rules/r2/status    | | 200 | Stopped: canceled manually or by error.
                    GET    | /rules/r1/status    | | 200 | {}
                    """)
    void whenACommandSucceeds_thenItIsAnsweredByTextWithoutLineEnd(
            String method, String path, String body, int status, String text) throws Exception {
        // when
        Reply reply = rest.send(method, path, body == null ? "" : body);

        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(text);
        assertThat(reply.header("Content-Type")).hasValueSatisfying(RestApiTest::isText);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    GET | /streams      | ["demo","wild"]
                    GET | /streams/demo | {"Name":"demo","StreamFields":[{"FieldType":"float","Name":"temperature"},{"FieldType":"array(bigint)","Name":"a"},{"FieldType":"struct(n string)","Name":"s"}],"Options":{"DATASOURCE":"a/\\u003c\\u0026\\u003e/b","FORMAT":"JSON"}}
                    GET | /streams/wild | {"Name":"wild","StreamFields":null,"Options":{}}
                    GET | /rules        | [{"id":"r1","status":"Running"},{"id":"r2","status":"Stopped: canceled manually or by error."}]
                    GET | /rules/r1     | {"triggered":true,"id":"r1","sql":"SELECT a FROM demo WHERE a \\u003e 1"}
                    GET | /plugins      | [{"name":"bad.jar","version":"","state":"refused","types":[],"rules":[],"refusal":"bad.jar is not a bundle.","file":"bad.jar","sha256":"cd34"},{"name":"io.acme.good","version":"1.0.0","state":"active","types":[{"kind":"source","name":"random"},{"kind":"function","name":"echo"}],"rules":["r1"],"refusal":null,"file":"good.jar","sha256":"ab12"}]
                    GET | /plugins/bad.jar        | {"name":"bad.jar","version":"","state":"refused","types":[],"rules":[],"refusal":"bad.jar is not a bundle.","file":"bad.jar","sha256":"cd34"}
                    GET | /plugins/sources        | ["mqtt","random"]
                    GET | /plugins/sinks          | []
                    GET | /plugins/sources/random | {"name":"random","version":"1.0.0"}
                    GET | /plugins/sources/mqtt   | {"name":"mqtt","version":""}
                    """)
    void whenSomethingIsAskedFor_thenItIsAnsweredByJsonWithALineEnd(
            String method, String path, String json) throws Exception {
        // when
        Reply reply = rest.send(method, path, "", "Authorization: Bearer t1");

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(json + "\n");
        assertThat(reply.header("Content-Type")).contains(JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    POST   | /streams            | {"sql":"SELECT 1"} | 400 | Stream command error: Invalid stream statement: SELECT 1
                    POST   | /streams            | {}                 | 400 | Stream command error: Invalid stream statement:
                    POST   | /streams            | null               | 400 | Stream command error: Invalid stream statement:
                    POST   | /streams            | {"sql":"DESCRIBE STREAM nope"} | 404 | Stream command error: Stream nope is not found.
                    POST   | /streams            | {"sql":"DROP STREAM nope"} | 400 | Stream command error: Drop stream fails: nope is not found.
                    POST   | /streams            |                    | 400 | Invalid body: Error decoding the statement descriptor: EOF
                    POST   | /streams            | []                 | 400 | Invalid body: Error decoding the statement descriptor: expected an object, but found an array
                    POST   | /streams            | {"sql":5}          | 400 | Invalid body: Error decoding the statement descriptor: field sql must be a string, but is a number
                    GET    | /streams/nope       | | 404 | describe stream error: Stream nope is not found.
                    DELETE | /streams/nope       | | 404 | delete stream error: nope is not found
                    POST   | /rules              | {} | 400 | Create rule error: Missing rule id.
                    GET    | /rules/nope         | | 404 | describe rule error: Rule nope is not found.
                    DELETE | /rules/nope         | | 404 | delete rule error: nope is not found
                    POST   | /rules/nope/start   | | 404 | start rule error: Rule nope is not found.
                    POST   | /rules/r2/start     | | 400 | start rule error: fail to get stream s, please check
                    POST   | /rules/nope/restart | | 404 | restart rule error: Rule nope is not found.
                    POST   | /rules/r2/restart   | | 400 | restart rule error: fail to get stream s, please check
                    GET    | /rules/nope/status  | | 404 | get rule status error: Rule nope is not found
                    GET    | /plugins/nope       | | 404 | describe plugin error: Plugin nope is not found.
                    DELETE | /plugins/nope       | | 404 | delete plugin error: Plugin nope is not found.
                    GET    | /plugins/sinks/nope | | 404 | describe sinks plugin nope error: not found
                    POST   | /plugins            | | 400 | install plugin error: the file name is missing; give it as ?name=FILE.jar
                    POST   | /plugins?name=x.jar | | 415 | install plugin error: the body must be the jar itself, with Content-Type application/java-archive or application/octet-stream
                    GET    | /nope               | | 404 | 404 page not found
                    GET    | /streams/           | | 404 | 404 page not found
                    GET    | /rules/r1/          | | 404 | 404 page not found
                    GET    | /rules/r1/nope      | | 404 | 404 page not found
                    GET    | /metadata/functions | | 404 | 404 page not found
                    """)
    void whenACommandFails_thenTheTextSaysWhyAndIsNeverTakenForAPage(
            String method, String path, String body, int status, String text) throws Exception {
        // when
        Reply reply = rest.send(method, path, body == null ? "" : body, "Authorization: Bearer t1");

        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().replace(": \n", ":\n")).isEqualTo(text + "\n");
        assertThat(reply.header("Content-Type")).hasValueSatisfying(RestApiTest::isText);
        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT     | /streams          | GET, POST
                    PATCH   | /rules/r1         | DELETE, GET, PUT
                    GET     | /rules/r1/start   | POST
                    OPTIONS | /rules            | GET, POST
                    POST    | /plugins/sources  | GET
                    DELETE  | /plugins/sinks/x  | GET
                    GET     | /login            | POST
                    BREW    | /                 | GET, POST
                    """)
    void whenAPathDoesNotTakeTheMethod_thenTheAnswerIs405AndEmpty(
            String method, String path, String allowed) throws Exception {
        // when
        Reply reply = rest.send(method, path, "");

        // then
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("Allow")).contains(allowed);
    }

    @Test
    void whenARuleRuns_thenItsStatusHasOneKeyPerMetricInOrder() throws Exception {
        // given
        long when =
                LocalDateTime.of(2026, 1, 2, 3, 4, 5, 120_000_000)
                        .atZone(ZoneId.systemDefault())
                        .toInstant()
                        .toEpochMilli();
        rest.fake.metrics.add(
                new NodeMetrics(
                        "source", "demo", 3, 2, 1, 0, 0, 7, when, "bad <x>", when, "connected"));
        rest.fake.metrics.add(
                new NodeMetrics("op", "filter", 2, 1, 0, 4, 5, 0, null, null, null, ""));

        // when
        Reply reply = rest.get("/rules/r1/status");

        // then
        assertThat(reply.body())
                .isEqualTo(
                        """
                        {
                          "source_demo_0_records_in_total": 3,
                          "source_demo_0_records_out_total": 2,
                          "source_demo_0_exceptions_total": 1,
                          "source_demo_0_process_latency_ms": 0,
                          "source_demo_0_buffer_length": 7,
                          "source_demo_0_last_invocation": "2026-01-02T03:04:05.12",
                          "source_demo_0_dropped_total": 0,
                          "source_demo_0_last_exception": "bad \\u003cx\\u003e",
                          "source_demo_0_last_exception_time": "2026-01-02T03:04:05.12",
                          "source_demo_0_connection_status": "connected",
                          "op_filter_0_records_in_total": 2,
                          "op_filter_0_records_out_total": 1,
                          "op_filter_0_exceptions_total": 0,
                          "op_filter_0_process_latency_ms": 5,
                          "op_filter_0_buffer_length": 0,
                          "op_filter_0_last_invocation": 0,
                          "op_filter_0_dropped_total": 4,
                          "op_filter_0_last_exception": "",
                          "op_filter_0_last_exception_time": 0
                        }\
                        """);
    }

    @Test
    void whenANameIsEscapedInThePath_thenItIsDecoded() throws Exception {
        // when
        Reply reply = rest.send("POST", "/rules/my%20r%C3%BCle/stop", "");

        // then
        assertThat(reply.body()).isEqualTo("Rule my rüle was not found.");
        assertThat(rest.fake.calls).containsExactly("stop my rüle");
    }

    @Test
    void whenTheServerIsStarting_thenOnlyTheRootAnswers() throws Exception {
        // given
        rest.fake.ready = false;

        // then
        assertThat(rest.get("/").status()).isEqualTo(200);
        Reply reply = rest.get("/rules");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).contains("1");
        assertThat(reply.body()).startsWith("The server is starting");
        assertThat(rest.send("POST", "/streams", "{}").status()).isEqualTo(503);
        assertThat(rest.fake.calls).isEmpty();
    }

    @Test
    void whenAJarIsPosted_thenItIsInstalledOrRefusedInWords() throws Exception {
        // given
        String[] headers = {
            "Authorization: Bearer t1", "Content-Type: application/java-archive; v=1"
        };

        // when
        Reply good = rest.send("POST", "/plugins?name=my%20good.jar", "PK12", headers);
        Reply bad = rest.send("POST", "/plugins?x=1&name=bad.jar", "", headers);
        Reply gone = rest.send("DELETE", "/plugins/io.acme.good", "", "Authorization: Bearer t1");

        // then
        assertThat(good.status()).isEqualTo(201);
        assertThat(good.body()).isEqualTo("Plugin io.acme.good 1.0.0 is installed.");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.body()).isEqualTo("install plugin error: bad.jar is not a bundle.\n");
        assertThat(gone.body()).isEqualTo("Plugin io.acme.good is removed.");
        assertThat(rest.fake.calls)
                .containsExactly(
                        "install my good.jar 4", "install bad.jar 0", "remove io.acme.good");
    }

    @Test
    void whenADocumentIsTooLarge_thenItIsRefusedAndNothingHappens() throws Exception {
        // given
        String large = "{\"id\":\"" + "x".repeat(1024 * 1024) + "\"}";

        // when
        Reply reply = rest.send("POST", "/rules", large);

        // then
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body())
                .isEqualTo("The request is too large: at most 1048576 bytes are taken.\n");
        assertThat(rest.fake.calls).isEmpty();
    }

    private static void isText(String type) {
        assertThat(type.replace(" ", "")).isEqualTo(TEXT); // the container leaves the blank out
    }

    @Test
    void whenARuleIsExplained_thenTheTreeIsNestedInJsonAndIndentedInText() throws Exception {
        assertThat(rest.get("/rules/r1/explain").body())
                .startsWith(
                        "{\"id\":\"r1\",\"sql\":\"SELECT a FROM demo WHERE a \\u003e"
                                + " 1\",\"plan\":{\"step\":\"Project\",\"text\":\"Project a#0 AS?"
                                + " a\",\"inputs\":[{\"step\":\"Filter\",")
                .contains("\"keeps\":\"nothing\"", "\"warnings\":[\"It is odd.\"]");
        assertThat(rest.get("/rules/r1/explain?format=text").body())
                .isEqualTo(
                        """
                        Rule r1
                        SELECT a FROM demo WHERE a > 1

                        Plan
                          Project a#0 AS? a
                            Filter(WHERE) (a#0 > 1)
                              (keeps: nothing)
                              Scan demo

                        Reads
                          stream demo (mqtt, json): a bigint

                        Gives
                          a bigint

                        Warnings
                          It is odd.
                        """);
        assertThat(rest.get("/rules/no/explain").status()).isEqualTo(404);
        assertThat(rest.send("POST", "/explain", "{\"sql\":\"x\"}").body())
                .startsWith("{\"id\":\"\"");
        assertThat(rest.send("POST", "/explain", "{}").body())
                .isEqualTo("explain rule error: Missing rule SQL.\n");
    }

    @Test
    void whenARuleIsReplaced_thenThatIsSaid() throws Exception {
        assertThat(rest.send("PUT", "/rules/r1", "{\"sql\":\"x\"}").body())
                .isEqualTo("Rule r1 was replaced.");
        assertThat(rest.send("PUT", "/rules/no", "{}").status()).isEqualTo(404);
    }

    @Test
    void whenACreatedRuleIsDoubtful_thenWarningsFollowOnLinesOfTheirOwn() throws Exception {
        assertThat(rest.send("POST", "/rules", "{\"id\":\"doubt\"}").body())
                .isEqualTo("Rule r1 was created successfully.\nWarning: It is odd.");
    }

    @Test
    void whenAStreamIsNamedByATopic_thenItsSlashesStandInThePath() throws Exception {
        assertThat(rest.get("/streams/devices/1/x").body())
                .isEqualTo("describe stream error: Stream devices/1/x is not found.\n");
        rest.send("DELETE", "/streams/devices/%2B/x", "");
        assertThat(rest.fake.calls).contains("drop stream devices/+/x");
    }
}
