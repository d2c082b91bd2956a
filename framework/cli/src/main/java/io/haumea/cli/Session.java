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

import io.haumea.cli.RestClient.Reply;
import java.io.PrintWriter;

/**
 * What a command works with: the server, and how results are told. By the compatible name errors
 * are printed like results.
 *
 * @param client the server
 * @param out where results go
 * @param compat whether this is {@code bin/cli}
 */
record Session(RestClient client, PrintWriter out, boolean compat) {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** How the user calls this program. */
    String program() {
        return compat ? "bin/cli" : "haumea";
    }

    int print(String text) {
        out.println(text);
        return 0;
    }

    /** Stream commands end with an empty line. */
    int printWithEmptyLine(String text) {
        out.println(text);
        out.println();
        return 0;
    }

    /** A refusal of the server; one for want of a login says how to log in. */
    Failure refused(Reply reply, String text) {
        if (reply.status() == UNAUTHORIZED || reply.status() == FORBIDDEN) {
            return new Failure(
                    Failure.REFUSED,
                    reply.text()
                            + (reply.status() == UNAUTHORIZED
                                    ? " Use --user and --password, or --token or HAUMEA_TOKEN."
                                    : ""));
        }
        return new Failure(Failure.REFUSED, text);
    }

    static Failure usage(String text) {
        return new Failure(Failure.USAGE, text);
    }
}
