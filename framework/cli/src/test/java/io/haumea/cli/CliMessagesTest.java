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

import org.junit.jupiter.api.Test;

class CliMessagesTest extends CliFixture {

    @Test
    void whenACreatedRuleIsDoubtful_thenWarningsArePrinted() {
        // given
        rest.on("POST /rules", 201, "Rule r was created successfully.\nWarning: It is odd.");

        // when
        run("create", "rule", "r", "{}");

        // then
        assertThat(out).endsWith("to get rule status.\nWarning: It is odd.\n");
    }

    @Test
    void whenAStreamIsNamedByATopic_thenItIsQuotedForSql() {
        // given
        rest.on("POST /streams", 200, "Stream a/b is dropped.");

        // when
        run("drop", "stream", "a/b");

        // then
        assertThat(rest.requests).containsExactly("POST /streams {\"sql\":\"drop stream `a/b`\"}");
    }

    @Test
    void whenAHostNameIsNotKnown_thenThatIsSaidAndNotThatItRefuses() {
        // when
        run("--host", "no-such-host.invalid", "show", "rules");

        // then
        assertThat(code).isEqualTo(3);
        assertThat(err).contains("the name no-such-host.invalid is not known");
    }

    @Test
    void whenAUserHasNoPasswordAndNobodyCanBeAsked_thenThatIsSaid() {
        // when
        run("--user", "ada", "show", "rules");

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err).contains("user ada needs a password");
        assertThat(rest.requests).isEmpty();
    }

    @Test
    void whenTheHttpServerRefusesAnAddress_thenTheNameIsToBlame() {
        // given
        rest.on("GET /rules/a%25b/status", 400, "<html>Bad Request</html>");

        // when
        run("getstatus", "rule", "a%b");

        // then
        assertThat(code).isEqualTo(1);
        assertThat(err).contains("the server can't take such a name");
    }
}
