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
package io.haumea.trial;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.haumea.trial.cases.CaseEntry;
import io.haumea.trial.cases.CaseFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code haumea test}: runs the cases of files and prints those that fail, or with {@code --actual}
 * what each of them gives.
 */
public final class TestCommand {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String USAGE =
            """
            Usage: haumea test [--actual] [--plugins DIR] FILE...
            Runs the rule cases of the files: one JSON object in each line, or in a file
            whose name ends in .json, one. Prints a line for each case that fails.
              --actual       print instead what each case gives, as one JSON object in a line
              --plugins DIR  take functions and formats from there, not from plugins/
            Exit codes: 0 all passed, 1 some failed, 2 wrong usage or a file that can't be read.
            """;

    private final Trial trial;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * The command.
     *
     * @param trial runs the cases
     * @param out gets the results, and nothing else
     * @param err gets what is wrong with the usage
     */
    public TestCommand(Trial trial, PrintStream out, PrintStream err) {
        this.trial = trial;
        this.out = out;
        this.err = err;
    }

    /**
     * Does it.
     *
     * @param arguments what follows {@code haumea test}
     * @return the exit code
     */
    public int run(List<String> arguments) {
        boolean actual = false;
        boolean onlyFiles = false;
        List<String> files = new ArrayList<>();
        for (String argument : arguments) {
            if (onlyFiles || !argument.startsWith("-") || argument.equals("-")) {
                files.add(argument);
            } else if (argument.equals("--")) {
                onlyFiles = true;
            } else if (argument.equals("--actual")) {
                actual = true;
            } else if (argument.equals("--help") || argument.equals("-h")) {
                out.print(USAGE);
                out.flush();
                return 0;
            } else {
                return wrong("there is no option '" + argument + "'");
            }
        }
        if (files.isEmpty()) {
            return wrong("name the files with the cases");
        }
        return run(files, actual);
    }

    private int wrong(String problem) {
        err.println("haumea test: " + problem);
        err.print(USAGE);
        err.flush();
        return 2;
    }

    private int run(List<String> files, boolean actual) {
        List<CaseEntry> entries = new ArrayList<>();
        for (String file : files) {
            try {
                entries.addAll(CaseFiles.read(Path.of(file)));
            } catch (IOException | InvalidPathException e) {
                err.println("haumea test: " + file + " can't be read: " + reason(file, e));
                err.flush();
                return 2;
            }
        }
        int failed = actual ? printActual(entries) : printFailures(entries);
        out.flush();
        return failed == 0 ? 0 : 1;
    }

    private int printFailures(List<CaseEntry> entries) {
        int failed = 0;
        for (CaseEntry entry : entries) {
            Verdict verdict = trial.judge(entry);
            if (!verdict.passed()) {
                failed++;
                String failure = String.valueOf(verdict.failure()).replaceAll("\\s*\\R\\s*", " ");
                out.println("FAILED " + entry.id() + ": " + failure);
            }
        }
        out.println(entries.size() - failed + " passed, " + failed + " failed");
        return failed;
    }

    /** Only what can't be run fails here, as nothing is compared. */
    private int printActual(List<CaseEntry> entries) {
        int failed = 0;
        for (CaseEntry entry : entries) {
            Verdict verdict = trial.judge(entry);
            String broken = verdict.result().broken();
            String refused = verdict.result().refused();
            if (broken != null) {
                failed++;
                out.println(error(entry.id(), broken));
            } else if (refused != null) {
                out.println(error(entry.id(), refused));
            } else {
                out.println(
                        "{\"id\":"
                                + GSON.toJson(entry.id())
                                + ",\"output\":["
                                + String.join(",", verdict.result().output())
                                + "]}");
            }
        }
        return failed;
    }

    private static String error(String id, String reason) {
        JsonObject line = new JsonObject();
        line.addProperty("id", id);
        line.addProperty("error", reason);
        return GSON.toJson(line);
    }

    private static String reason(String file, Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (!(e instanceof InvalidPathException) && Files.isDirectory(Path.of(file))) {
            return "it is a folder";
        }
        return String.valueOf(e.getMessage());
    }
}
