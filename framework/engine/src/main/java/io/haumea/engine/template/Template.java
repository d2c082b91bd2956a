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

import io.haumea.engine.template.Source.Span;
import io.haumea.engine.template.text.Values;
import io.haumea.sdk.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template in the language of Go's {@code text/template} (as of Go 1.19), with the functions
 * {@code json}, {@code base64} and {@code add} of EMQ X Kuiper besides Go's own. Immutable,
 * thread-safe; what it costs is bounded, whatever it says.
 *
 * <p>Differences from Go: what can never work, such as a wrong number of arguments or an unknown
 * template, is refused when the template is made; texts are cut at whole characters; columns in
 * errors count from 1; there are no complex numbers.
 */
public final class Template {

    private static final Span START = new Span(0, 0);

    private final Source source;
    private final Map<String, Definition> definitions;

    private Template(Source source, Map<String, Definition> definitions) {
        this.source = source;
        this.definitions = definitions;
    }

    /**
     * Makes a template.
     *
     * @param text what it says
     * @return the template
     * @throws TemplateException if it is no template: with line, column and reason
     */
    public static Template compile(String text) {
        Source source = new Source(text);
        return new Template(source, new Parser(source).parse());
    }

    /**
     * Fills the template with one row: dot is a map.
     *
     * @param row the row
     * @return the text
     * @throws TemplateException if it can't be filled with this row
     * @throws io.haumea.sdk.error.HaumeaException if a value is none in JSON, such as NaN
     */
    public String fill(Row row) {
        return fillWith(row.toMap());
    }

    /**
     * Fills the template with a result: dot is a list of maps.
     *
     * @param rows the rows
     * @return the text
     * @throws TemplateException if it can't be filled with these rows
     * @throws io.haumea.sdk.error.HaumeaException if a value is none in JSON, such as NaN
     */
    public String fill(List<Row> rows) {
        List<Map<String, ?>> maps = new ArrayList<>(rows.size());
        rows.forEach(row -> maps.add(row.toMap()));
        return fillWith(maps);
    }

    /** Fills the template with a map or list of SDK values. */
    String fillWith(Object data) {
        Run run = new Run(source, definitions);
        Object dot = Data.of(data);
        run.fill(Parser.MAIN, dot == null ? Values.NOTHING : dot, START);
        return run.output();
    }
}
