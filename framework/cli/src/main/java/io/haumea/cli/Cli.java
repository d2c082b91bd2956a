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

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: its options, and how the outcome of a command becomes output and exit code. */
@Command(
        name = "haumea",
        synopsisSubcommandLabel = "COMMAND",
        description = "Talks to a running Haumea server.",
        footer = {
            "",
            "haumea start, stop, demo and version are about the server itself; haumea help lists"
                    + " their options.",
            "The server is looked for where etc/client.yaml says, else at 127.0.0.1:9081.",
            "Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no server answers."
        })
final class Cli implements IVersionProvider {

    /** The exit code of the reference for a subcommand that it does not know. */
    private static final int UNKNOWN_TOPIC = 3;

    private static final Pattern TWO_STOPS = Pattern.compile("\\.\\.+$");

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;
    private final Path home;
    private final boolean compat;
    private @Nullable Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets and reads it
    private boolean help;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli sets and reads it
    private boolean version;

    @Option(
            names = "--host",
            scope = ScopeType.INHERIT,
            description = "The server's name or address.")
    private @Nullable String host;

    @Option(names = "--port", scope = ScopeType.INHERIT, description = "The port of its REST API.")
    private @Nullable Integer port;

    @Option(names = "--user", scope = ScopeType.INHERIT, description = "The user to log in as.")
    private @Nullable String user;

    @Option(
            names = "--password",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            interactive = true,
            description = "The password; asked for if left out.")
    private char @Nullable [] password;

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            description = "An access token; also taken from HAUMEA_TOKEN.")
    private @Nullable String token;

    /**
     * A client.
     *
     * @param out where results go
     * @param err where errors go
     * @param environment the environment variables
     * @param properties the system properties
     */
    Cli(PrintWriter out, PrintWriter err, Map<String, String> environment, Properties properties) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.home = Path.of(properties.getProperty("haumea.home", "."));
        this.compat = Boolean.parseBoolean(properties.getProperty("haumea.cli.compat"));
    }

    /**
     * Runs one command.
     *
     * @return the exit code
     */
    int run(String... arguments) {
        CommandLine line = new CommandLine(this);
        line.addSubcommand(new Commands.Create(this::session));
        line.addSubcommand(new Commands.Show(this::session));
        line.addSubcommand(new Commands.Describe(this::session));
        line.addSubcommand(new Commands.Drop(this::session));
        line.addSubcommand(new Commands.Explain(this::session));
        line.addSubcommand(new Commands.Replace(this::session));
        line.addSubcommand(new Commands.GetStatus(this::session));
        line.addSubcommand(new Commands.Start(this::session));
        line.addSubcommand(new Commands.Stop(this::session));
        line.addSubcommand(new Commands.Restart(this::session));
        line.addSubcommand(new Commands.Install(this::session));
        line.addSubcommand(new Commands.Help());
        line.setExpandAtFiles(false);
        line.setOut(out);
        line.setErr(err);
        line.setExecutionStrategy(this::execute);
        line.setParameterExceptionHandler((e, words) -> misused(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        line.getCommandSpec().versionProvider(this);
        return line.execute(arguments);
    }

    private int execute(ParseResult parsed) {
        if (compat) {
            try {
                greet();
            } catch (Failure e) {
                return tell(e);
            }
        }
        return new RunLast().execute(parsed);
    }

    /** The reference says where it goes, and goes there, before it looks at the command. */
    private void greet() {
        ClientConfig config = config();
        out.println("Connecting to " + config.host() + ":" + config.port() + "... ");
        try {
            session().client().get("/");
        } catch (Failure e) {
            throw new Failure(
                    Failure.NO_SERVER, "Failed to connect the server, please start the server.");
        }
    }

    private int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        boolean unknownWord =
                e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().get(0).startsWith("-");
        if (!compat) {
            err.println("haumea: " + e.getMessage());
            command.usage(err);
            return Failure.USAGE;
        }
        try {
            greet();
        } catch (Failure failure) {
            return tell(failure);
        }
        if (unknownWord && command.getParent() != null) {
            err.println(
                    "No help topic for '"
                            + ((UnmatchedArgumentException) e).getUnmatched().get(0)
                            + "'");
            return UNKNOWN_TOPIC;
        }
        command.usage(out);
        return 0;
    }

    private int failed(Exception e) throws Exception {
        if (e instanceof Failure failure) {
            return tell(failure);
        }
        throw e;
    }

    private int tell(Failure failure) {
        if (compat) {
            out.println(failure.getMessage());
            return 0;
        }
        // Texts of the reference end with two full stops where its parts each brought one.
        err.println("haumea: " + TWO_STOPS.matcher(failure.getMessage()).replaceFirst("."));
        return failure.exitCode();
    }

    private Session session() {
        if (session == null) {
            session = new Session(new RestClient(config(), authorization()), out, compat);
        }
        return session;
    }

    private ClientConfig config() {
        ClientConfig config = configFile();
        return new ClientConfig(
                host == null ? config.host() : host, port == null ? config.port() : port);
    }

    private ClientConfig configFile() {
        Path file = home.resolve("etc").resolve("client.yaml");
        try {
            return ClientConfig.read(file);
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            if (compat) {
                err.println("Failed to load config file with error " + e.getMessage() + ".");
                return ClientConfig.DEFAULT;
            }
            throw Session.usage(file + " can't be read: " + e.getMessage());
        }
    }

    private @Nullable String authorization() {
        String bearer = token == null ? environment.get("HAUMEA_TOKEN") : token;
        if (user != null) {
            String pair = user + ":" + new String(password == null ? ask(user) : password);
            return "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        return bearer == null || bearer.isBlank() ? null : "Bearer " + bearer.strip();
    }

    /** Asks the person at the terminal. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 it is, where there is no terminal
    private static char[] ask(String user) {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("Password of %s: ", user);
        if (answer == null) {
            throw Session.usage(
                    "user " + user + " needs a password: --password=PASSWORD, or --token");
        }
        return answer;
    }

    @Override
    public String[] getVersion() {
        if (compat) {
            return new String[] {"Kuiper version 0.9.0"};
        }
        try {
            return new String[] {"Haumea " + Files.readString(home.resolve("VERSION")).strip()};
        } catch (IOException e) {
            return new String[] {"Haumea, of an unknown version"};
        }
    }
}
