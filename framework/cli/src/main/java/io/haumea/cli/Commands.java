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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verbs, each with its nouns as subcommands. */
final class Commands {
    private Commands() {}

    /** What is made. */
    @Command(name = "create", description = "Create a stream or a rule.")
    static final class Create {
        private final Supplier<Session> session;

        Create(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Create a stream, by its SQL or from a file.")
        int stream(
                @Parameters(paramLabel = "NAME DEFINITION", arity = "0..*") List<String> words,
                @Option(
                                names = {"-f", "--file"},
                                description = "Read it from this file.")
                        @Nullable Path file) {
            return new Streams(session.get()).create(orNone(words), file);
        }

        @Command(description = "Create and start a rule, by its JSON or from a file.")
        int rule(
                @Parameters(paramLabel = "NAME JSON", arity = "0..*") List<String> words,
                @Option(
                                names = {"-f", "--file"},
                                description = "Read the JSON from this file.")
                        @Nullable Path file) {
            return new Rules(session.get()).create(orNone(words), file);
        }
    }

    /** What is listed. */
    @Command(name = "show", description = "List streams, rules or plugins.")
    static final class Show {
        private final Supplier<Session> session;

        Show(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "List the streams.")
        int streams() {
            return new Streams(session.get()).show();
        }

        @Command(description = "List the rules with their status.")
        int rules() {
            return new Rules(session.get()).show();
        }

        @Command(description = "List the plugins; with a type, the names of what they offer.")
        int plugins(@Parameters(paramLabel = "TYPE", arity = "0..*") List<String> words) {
            return new Plugins(session.get()).show(orNone(words));
        }
    }

    /** What is shown in full. */
    @Command(name = "describe", description = "Show a stream, a rule or a plugin in full.")
    static final class Describe {
        private final Supplier<Session> session;

        Describe(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Show a stream's fields and options.")
        int stream(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Streams(session.get()).describe(orNone(words));
        }

        @Command(description = "Show a rule's JSON.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).describe(orNone(words));
        }

        @Command(description = "Show a plugin.")
        int plugin(@Parameters(paramLabel = "[TYPE] NAME", arity = "0..*") List<String> words) {
            return new Plugins(session.get()).describe(orNone(words));
        }
    }

    /** What is removed. */
    @Command(name = "drop", description = "Drop a stream, a rule or a plugin.")
    static final class Drop {
        private final Supplier<Session> session;

        Drop(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Drop a stream.")
        int stream(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Streams(session.get()).drop(orNone(words));
        }

        @Command(description = "Stop and drop a rule.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).drop(orNone(words));
        }

        @Command(description = "Remove a plugin; rules that use it wait.")
        int plugin(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Plugins(session.get()).drop(orNone(words));
        }
    }

    /** A rule is explained. */
    @Command(name = "explain", description = "Show how a rule works.")
    static final class Explain {
        private final Supplier<Session> session;

        Explain(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Show the plan of a rule, or of one that is only in a file.")
        int rule(
                @Parameters(paramLabel = "NAME", arity = "0..*") List<String> words,
                @Option(
                                names = {"-f", "--file"},
                                description = "Read the rule's JSON from this file.")
                        @Nullable Path file) {
            return new Rules(session.get()).explain(orNone(words), file);
        }
    }

    /** A rule is replaced. */
    @Command(name = "replace", description = "Replace a rule.")
    static final class Replace {
        private final Supplier<Session> session;

        Replace(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Replace a rule by its new JSON; if that is refused the old stays.")
        int rule(
                @Parameters(paramLabel = "NAME JSON", arity = "0..*") List<String> words,
                @Option(
                                names = {"-f", "--file"},
                                description = "Read the JSON from this file.")
                        @Nullable Path file) {
            return new Rules(session.get()).replace(orNone(words), file);
        }
    }

    /** How a rule is. */
    @Command(name = "getstatus", description = "Show how a rule is.")
    static final class GetStatus {
        private final Supplier<Session> session;

        GetStatus(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Show a rule's counters, or why it does not run.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).status(orNone(words));
        }
    }

    /** A rule is started. */
    @Command(name = "start", description = "Start a rule.")
    static final class Start {
        private final Supplier<Session> session;

        Start(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Start a rule.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).start(orNone(words));
        }
    }

    /** A rule is stopped. */
    @Command(name = "stop", description = "Stop a rule.")
    static final class Stop {
        private final Supplier<Session> session;

        Stop(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Stop a rule.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).stop(orNone(words));
        }
    }

    /** A rule is stopped and started. */
    @Command(name = "restart", description = "Stop a rule and start it again.")
    static final class Restart {
        private final Supplier<Session> session;

        Restart(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Stop a rule and start it with the streams as they are now.")
        int rule(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> words) {
            return new Rules(session.get()).restart(orNone(words));
        }
    }

    /** A plugin is installed. */
    @Command(name = "install", description = "Install a plugin.")
    static final class Install {
        private final Supplier<Session> session;

        Install(Supplier<Session> session) {
            this.session = session;
        }

        @Command(description = "Install a plugin, or replace it by another version.")
        int plugin(@Parameters(paramLabel = "JAR", arity = "0..*") List<String> words) {
            return new Plugins(session.get()).install(orNone(words));
        }
    }

    /** All commands are listed. */
    @Command(name = "help", description = "Show this help; --help after a command shows its own.")
    static final class Help implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Override
        public Integer call() {
            CommandLine root = spec.root().commandLine();
            root.usage(root.getOut());
            return 0;
        }
    }

    /** Picocli hands null over when there are no words. */
    private static List<String> orNone(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }
}
