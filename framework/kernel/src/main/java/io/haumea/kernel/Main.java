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
package io.haumea.kernel;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The server process. Its options are system properties, which {@code bin/haumea} sets.
 *
 * <p>With a command it runs that instead of serving, and ends with its exit code.
 *
 * <p>Exit codes: 0 after an ordered shutdown (SIGTERM, SIGINT, or the framework was stopped), 1 if
 * it could not start or did not stop in time, and whatever a bundle handed to the exit service.
 */
public final class Main {
    /** Together with the JVM's own end this stays below the promised 10 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(9);

    private Main() {}

    /** Starts the server and returns never: the process ends with an exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            System.setProperty(Command.ARGUMENTS, String.join("\0", arguments));
            KernelSettings settings = KernelSettings.from(System.getProperties());
            Kernel kernel = Kernel.claim(settings, Main.class.getClassLoader());
            ExitHook hook = new ExitHook(kernel, STOP_LIMIT);
            Runtime.getRuntime().addShutdownHook(hook);
            int code = serve(kernel, settings);
            hook.setExitCode(code);
            return code;
        } catch (StartFailure e) {
            return failed(e.getMessage());
        }
    }

    private static int serve(Kernel kernel, KernelSettings settings) {
        try {
            Logging.configure(settings);
            kernel.start();
            String command = settings.framework().get(Command.NAME);
            String rehearsal = settings.framework().get("haumea.rehearsal");
            if (command != null) {
                kernel.exit(new Command(kernel.context()).run(command));
            } else if (rehearsal != null) {
                new Rehearsal(kernel.context()).play(Path.of(rehearsal));
                kernel.exit(0);
            }
            return kernel.awaitStop();
        } catch (StartFailure e) {
            return failed(e.getMessage());
        } catch (InterruptedException e) {
            return failed("interrupted while starting");
        }
    }

    private static int failed(String message) {
        System.err.println("haumea: " + message);
        return 1;
    }
}
