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
package io.haumea.benchmark.harness;

import java.io.PrintStream;
import java.util.Locale;

/** Writes what was measured, one figure row a line, each with profile and JDK. Thread-safe. */
public final class Report {

    private final PrintStream out;
    private final String setting;

    /**
     * Begins a report.
     *
     * @param out where rows go
     * @param profile the profile that is measured, such as {@code default}
     */
    public Report(PrintStream out, String profile) {
        this.out = out;
        this.setting = "profile=" + profile + " jdk=" + System.getProperty("java.version");
    }

    /**
     * Says once under which circumstances the rows that follow were taken.
     *
     * @param what what is described, such as {@code server flags}
     * @param text the description
     */
    public void about(String what, String text) {
        out.println("# " + what + ": " + text);
    }

    /**
     * Writes a row.
     *
     * @param figure what was measured
     * @param format {@code name=value} pairs, as for {@link String#format}
     * @param values its values
     */
    public void row(String figure, String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        out.println(String.format(Locale.ROOT, "%-18s %s | %s", figure, text, setting));
    }
}
