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
package io.haumea.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haumea.sdk.data.ExactNumber;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, @Nullable Object> ROW = row();

    private static Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("name", "boiler");
        row.put("n", 3L);
        row.put("million", 1_000_000L);
        row.put("f", 2.5);
        row.put("on", true);
        row.put("nil", null);
        row.put("list", List.of("a", "b", "c"));
        row.put("map", Map.of("y", 2L, "x", 1L));
        return row;
    }

    private static String fill(String template) {
        return Template.compile(template).fillWith(ROW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                // Printing, where all numbers of the data are floats
                "{{.n}} {{.million}} {{.f}} {{.on}} # 3 1e+06 2.5 true",
                "{{.list}} {{.map}} # [a b c] map[x:1 y:2]",
                "{{.nil}} {{.absent}} {{.absent.deeper}} # <no value> <no value> <no value>",
                "{{printf `%v %v` .nil .absent}} # <nil> <nil>",
                "{{len .list | printf `%T`}} {{printf `%T` .n}} # int float64",
                // Control
                "{{if .on}}1{{else if .nil}}2{{else}}3{{end}} # 1",
                "{{if .nil}}1{{else if .on}}2{{else}}3{{end}} # 2",
                "{{if .nil}}1{{else if .absent}}2{{else}}3{{end}} # 3",
                "{{range $i, $e := .list}}{{if $i}},{{end}}{{$i}}{{$e}}{{end}} # 0a,1b,2c",
                "{{range $e := .list}}{{$e}}{{end}} # abc",
                "{{range $k, $v := .map}}{{$k}}{{$v}}{{end}} # x1y2",
                "{{range .map}}{{.}}{{end}} # 12",
                "{{range .nil}}x{{else}}none{{end}} # none",
                "{{range $i, $e := .list}}{{if eq $i 1}}{{continue}}{{end}}{{$e}}{{end}} # ac",
                "{{range .list}}{{.}}{{range $.list}}{{break}}{{end}}{{end}} # abc",
                "{{with $x := .map}}{{$x.x}}{{$.name}}{{else}}none{{end}} # 1boiler",
                "{{with .nil}}x{{else}}{{.name}}{{end}} # boiler",
                "{{$x := 1}}{{if .on}}{{$x = 2}}{{end}}{{$x}} # 2",
                "{{$x := 1}}{{if .on}}{{$x := 2}}{{end}}{{$x}} # 1",
                "{{$x := `v`}}{{range .list}}{{$x = .}}{{end}}{{$x}} # c",
                // Templates
                "{{define `t`}}<{{.}}{{$}}>{{end}}{{template `t` .name}} # <boilerboiler>",
                "{{block `t` .n}}<{{.}}>{{end}} # <3>",
                "{{define `t`}}x{{end}}{{template `t`}} # x",
                "{{define `t`}}{{if .}}{{len .}}{{template `t` slice . 1}}{{end}}{{end}}"
                        + "{{template `t` .list}} # 321",
                // Trimming
                "x {{- 1 -}} y # x1y",
                "x {{- /* a comment */ -}} y # xy",
                "{{/* a comment */}}x # x",
                "{{ 3 }}{{-3}}{{- 3}} # 3-33",
                // Pipelines and functions
                "{{.name | printf `%s-%s` `a`}} # a-boiler",
                "{{(index .list 0)}}{{(slice .list 1 2)}} # a[b]",
                "{{index .map `x`}} {{index .map `z`}} {{(.map).y}} # 1 <no value> 2",
                "{{slice .name 1 3}} {{slice .list 1}} {{slice .name}} # oi [b c] boiler",
                "{{index .name 0}} # 98",
                "{{and .on .name}} {{or .nil .name}} {{not .on}} # boiler boiler false",
                "{{or .on (index .list 99)}} # true",
                "{{eq .n 3.0}} {{eq .name `x` `boiler`}} {{ne .f 2.5}} # true true false",
                "{{lt 1 2}} {{le 2 2}} {{gt .f 1.5}} {{ge `b` `a`}} # true true true true",
                "{{eq .nil nil}} {{eq .absent `x`}} # true false",
                "{{print 1 2 `a` 3 4}} # 1 2a3 4",
                "{{js `it's <b>=`}} # it\\'s \\u003Cb\\u003E\\u003D",
                "{{json .map}} {{json .list}} {{json .nil}} {{json .million}} # "
                        + "{~x~:1,~y~:2} [~a~,~b~,~c~] null 1000000",
                "{{base64 .name}} {{base64 .f}} {{base64 .million}} # Ym9pbGVy Mi41 MTAwMDAwMA==",
                "{{add 1 2}} {{add 1 .f}} {{add .f 1}} # 3 3 3.5",
                // Literals
                "{{0x1F}} {{0b11}} {{0o17}} {{017}} {{1_000}} {{1e3}} {{1.5e1}} {{'a'}} # "
                        + "31 3 15 15 1000 1000 15 97",
                "{{`a\\n`}}{{~\\x41\\u00e9\\101\\t~}}. # a\\nAéA\t."
            })
    void whenATemplateIsFilled_thenItSaysWhatGoSays(String template, String expected) {
        assertThat(fill(template.replace('~', '"'))).isEqualTo(expected.replace('~', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "%d|%5d|%-5d|%05d|%+d|% d; 42; 42|   42|42   |00042|+42| 42",
                "%b|%o|%O|%x|%X|%c|%q|%U; 77; 1001101|115|0o115|4d|4D|M|'M'|U+004D",
                "%.3d|%8.3d|%-8.3d.; 7; 007|     007|007     .",
                "%f|%.2f|%8.2f|%-8.2f|%08.2f|%+.1f; 3.14159; "
                        + "3.141590|3.14|    3.14|3.14    |00003.14|+3.1",
                "%e|%.2e|%E|%g|%G|%v; 1234567.0; "
                    + "1.234567e+06|1.23e+06|1.234567E+06|1.234567e+06|1.234567E+06|1.234567e+06",
                "%g|%.3g|%.10g|%.0f|%.1f; 0.25; 0.25|0.25|0.25|0|0.2",
                "%g|%.3g|%e; 100000.0; 100000|1e+05|1.000000e+05",
                "%.3g|%.2g; 1234.5; 1.23e+03|1.2e+03",
                "%x|%X; 20.0; 0x1.4p+04|0X1.4P+04",
                "%s|%6s|%-6s|%.2s|%q|%x|%X|% x; `abc`; "
                        + "abc|   abc|abc   |ab|@abc@|616263|616263|61 62 63",
                "%t|%v|%8t; true; true|true|    true",
                "%d|%s; `x`; %!d(string=x)|%!s(int=1)",
                "%z; 1; %!z(int=1)",
                "%%|%v; 1; %|1",
                "%v; nil; <nil>",
                "%s; nil; %!s(<nil>)",
                "%[2]*[1]d; 7; %!d(BADINDEX)",
                "%!; 1; %!!(int=1)",
                "no verb; 1; no verb%!(EXTRA int=1)",
                "%; 1; %!(NOVERB)%!(EXTRA int=1)",
                "%+q|%q; `é`; @\\u00e9@|@é@"
            })
    void whenAValueIsPrintedByVerbs_thenFlagsWidthAndPrecisionHold(String line) {
        // given
        String[] parts = line.split("; ", -1);
        long verbs = parts[0].replace("%%", "").chars().filter(c -> c == '%').count();
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < Math.max(1, verbs); i++) {
            boolean second = i == 1 && parts[0].equals("%d|%s");
            arguments.append(' ').append(second ? "1" : parts[1]);
        }

        // when
        String text = fill("{{printf \"" + parts[0] + "\"" + arguments + "}}");

        // then
        assertThat(text).isEqualTo(parts[2].replace('@', '"'));
    }

    @Test
    void whenATextIsEscaped_thenItFitsWhereItIsPut() {
        assertThat(fill("{{html `<a href='x'>&` .absent}}"))
                .isEqualTo("&lt;a href=&#39;x&#39;&gt;&amp;&lt;no value&gt;");
        assertThat(fill("{{urlquery `a b&c~*é`}}")).isEqualTo("a+b%26c~%2A%C3%A9");
        assertThat(fill("{{printf `%#x|%#q|%#v|%#v` `a` `a` `a` .map}}"))
                .isEqualTo("0x61|`a`|\"a\"|map[string]interface {}{\"x\":1, \"y\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{{.a # template: sink:1:1: unclosed action",
                "{{if .a}}x # template: sink:1:11: unexpected EOF",
                "x{{end}} # template: sink:1:4: unexpected {{end}}",
                "{{else}} # template: sink:1:3: unexpected {{else}}",
                "{{nofunc .}} # template: sink:1:3: function \"nofunc\" not defined",
                "{{$x}} # template: sink:1:3: undefined variable \"$x\"",
                "{{if .a}}{{$x := 1}}{{end}}{{$x}} # "
                        + "template: sink:1:30: undefined variable \"$x\"",
                "{{}} # template: sink:1:3: missing value for command",
                "{{if}}{{end}} # template: sink:1:5: missing value for if",
                "{{.a | 3}} # template: sink:1:8: non executable command in pipeline stage 2",
                "{{.a | .b}} # template: sink:1:8: non executable command in pipeline stage 2",
                "{{1 2}} # template: sink:1:3: can't give argument to non-function 1",
                "{{.a 2}} # template: sink:1:3: a is not a method but has arguments",
                "{{nil}} # template: sink:1:3: nil is not a command",
                "{{len}} # template: sink:1:3: wrong number of args for len: want 1 got 0",
                "{{1 | len 2}} # template: sink:1:7: wrong number of args for len: want 1 got 2",
                "{{print len}} # template: sink:1:3: wrong number of args for len: want 1 got 0",
                "{{len.x}} # template: sink:1:3: wrong number of args for len: want 1 got 0",
                "{{template \"t\"}} # template: sink:1:12: template \"t\" not defined",
                "{{define \"t\"}}a{{end}}{{define \"t\"}}b{{end}} # "
                        + "template: sink:1:32: multiple definition of template \"t\"",
                "{{break}} # template: sink:1:3: {{break}} outside {{range}}",
                "{{\"a}} # template: sink:1:3: unterminated quoted string",
                "{{/* a}} # template: sink:1:1: unclosed comment",
                "{{(1}} # template: sink:1:5: unclosed left paren",
                "{{1)}} # template: sink:1:4: unexpected right paren",
                "{{1x}} # template: sink:1:3: bad number syntax: \"1x\"",
                "{{a$b}} # template: sink:1:4: bad character U+0024 '$'",
                "{{.a ? 1}} # template: sink:1:6: unexpected \"?\" in operand",
                "{{with .a}}{{else if .b}}{{end}} # template: sink:1:19: unexpected <if> in else",
                "{{if .a}}{{else}}{{else}}{{end}} # "
                        + "template: sink:1:20: expected end; found {{else}}",
                "{{$a, $b := .x}} # template: sink:1:5: too many declarations in command"
            })
    void whenATemplateIsNone_thenTheErrorSaysWhereAndWhy(String template, String message) {
        assertThatThrownBy(() -> Template.compile(template))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "{{.name.x}} # sink:1:3: executing \"sink\" at <.name.x>: "
                        + "can't evaluate field x in type string",
                "{{.nil.x}} # sink:1:3: executing \"sink\" at <.nil.x>: "
                        + "nil pointer evaluating interface {}.x",
                "{{index .list 3}} # sink:1:3: executing \"sink\" at <index .list 3>: "
                        + "error calling index: index out of range: 3",
                "{{gt .n 5}} # sink:1:3: executing \"sink\" at <gt .n 5>: error calling gt: "
                        + "incompatible types for comparison: write the number with a point,"
                        + " as in 5.0",
                "{{range .n}}{{end}} # sink:1:3: executing \"sink\" at <range .n>: "
                        + "range can't iterate over 3",
                "{{define \"t\"}}{{len 3}}{{end}}{{template \"t\"}} # "
                        + "sink:1:17: executing \"t\" at <len 3>: error calling len: "
                        + "len of type int",
                "{{json (add 1e308 1.0 | add 1.7e308 | add 1.7e308)}} # sink:1:3: executing"
                    + " \"sink\" at <json (add 1e308 1.0 | add 1.7e308 | add…>: error calling json:"
                    + " json: unsupported value: +Inf"
            })
    void whenATemplateDoesNotFitItsData_thenTheErrorSaysWhereAndWhy(
            String template, String message) {
        Template compiled = Template.compile(template);
        assertThatThrownBy(() -> compiled.fillWith(ROW))
                .isInstanceOf(TemplateException.class)
                .hasMessage("template: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{define \"t\"}}{{template \"t\" .}}{{end}}{{template \"t\" .}}",
                "{{define \"t\"}}{{range .list}}{{template \"t\" $}}{{end}}{{end}}{{template \"t\""
                        + " .}}"
            })
    void whenTemplatesCallThemselvesForEver_thenThatIsAnError(String template) {
        Template compiled = Template.compile(template);
        assertThatThrownBy(() -> compiled.fillWith(ROW))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("exceeded maximum template depth");
    }

    @Test
    void whenATextDoublesForEver_thenThatIsAnError() {
        // given
        String doubling = "{{$x = printf \"%s%s\" $x $x}}".repeat(60);
        Template compiled = Template.compile("{{$x := \"x\"}}" + doubling);

        // when, then
        assertThatThrownBy(() -> compiled.fillWith(ROW))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("does not end within");
    }

    @Test
    void whenLoopsStandInEachOther_thenTheirWorkIsBounded() {
        // given
        Object data = Collections.nCopies(1_000, "x");
        Template compiled =
                Template.compile(
                        "{{range $}}{{range $}}{{range $}}{{range $}}{{end}}{{end}}{{end}}{{end}}");

        // when, then
        assertThatThrownBy(() -> compiled.fillWith(data))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("does not end within");
    }

    @Test
    void whenActionsStandTooDeepInEachOther_thenTheTemplateIsRefused() {
        String deep = "{{if .}}".repeat(50_000) + "{{end}}".repeat(50_000);
        String parentheses = "{{" + "(".repeat(50_000) + "1" + ")".repeat(50_000) + "}}";
        String chain = "{{if .a}}" + "{{else if .a}}".repeat(50_000) + "{{end}}";

        assertThatThrownBy(() -> Template.compile(deep)).hasMessageContaining("more than 100");
        assertThatThrownBy(() -> Template.compile(parentheses))
                .hasMessageContaining("more than 50");
        assertThatThrownBy(() -> Template.compile(chain)).hasMessageContaining("more than 100");
    }

    @Test
    void whenAWholeNumberHasMoreDigitsThanAFloat_thenTheyAreKept() {
        Map<String, Object> data =
                Map.of(
                        "id", 9007199254740993L,
                        "big", ExactNumber.of("10796529505058023104"),
                        "small", 12345678L);
        assertThat(Template.compile("{{json .}} {{.id}} {{.big}} {{.small}}").fillWith(data))
                .isEqualTo(
                        "{\"big\":10796529505058023104,\"id\":9007199254740993,"
                                + "\"small\":12345678} 9007199254740993 10796529505058023104"
                                + " 1.2345678e+07");
    }

    @Test
    void whenTheDataHoldDatesAndBytes_thenTheyAreTextsAsInJson() {
        Map<String, Object> data =
                Map.of(
                        "t", OffsetDateTime.parse("2020-01-02T03:04:05.670Z"),
                        "u", OffsetDateTime.parse("2020-01-02T03:04:00+02:00"),
                        "b", new byte[] {1, 2, 3});
        assertThat(Template.compile("{{.t}} {{.u}} {{.b}}").fillWith(data))
                .isEqualTo("2020-01-02T03:04:05.67Z 2020-01-02T03:04:00+02:00 AQID");
    }

    @Test
    void whenTheDataHoldWhatJsonDoesNotKnow_thenThatIsAnError() {
        Template template = Template.compile("constant");
        List<Object> data = new ArrayList<>(List.of(Map.of("x", Double.NaN)));
        assertThatThrownBy(() -> template.fillWith(data))
                .hasMessage("json: unsupported value: NaN");
    }

    @Test
    void whenTheTemplateHasLines_thenErrorsNameTheirPlace() {
        assertThatThrownBy(() -> Template.compile("é\n  é {{.a}} {{nofunc}}"))
                .hasMessage("template: sink:2:14: function \"nofunc\" not defined");
    }
}
