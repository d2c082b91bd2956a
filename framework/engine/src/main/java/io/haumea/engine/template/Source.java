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

/**
 * The text of a template, and the places in it that errors speak of. Lines and columns count from
 * 1. Immutable.
 */
record Source(String text) {

    private static final int MOST_SHOWN = 40;

    /**
     * A part of the text.
     *
     * @param from its first character
     * @param to the place after its last
     */
    record Span(int from, int to) {}

    /** An error of the text itself. */
    TemplateException invalid(int at, String message) {
        return new TemplateException("template: sink:" + place(at) + ": " + message);
    }

    /** An error while it is filled. */
    TemplateException failure(String template, Span span, String message) {
        return new TemplateException(
                "template: sink:"
                        + place(span.from())
                        + ": executing \""
                        + template
                        + "\" at <"
                        + shown(span)
                        + ">: "
                        + message);
    }

    String shown(Span span) {
        String part = text.substring(span.from(), span.to()).strip();
        return part.length() <= MOST_SHOWN ? part : part.substring(0, MOST_SHOWN - 1) + "…";
    }

    int line(int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private String place(int at) {
        int start = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        return line(at) + ":" + (text.codePointCount(start, at) + 1);
    }
}
