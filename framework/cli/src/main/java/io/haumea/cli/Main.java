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

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The command line client's process. The system properties {@code haumea.home} (where {@code
 * etc/client.yaml} is) and {@code haumea.cli.compat} ({@code true} for {@code bin/cli}) are set by
 * the start scripts.
 *
 * <p>Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no server answers; by the compatible name 0
 * for all of these.
 */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Cli cli = new Cli(out, err, System.getenv(), System.getProperties());
        System.exit(cli.run(arguments));
    }
}
