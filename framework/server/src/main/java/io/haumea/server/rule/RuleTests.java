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
package io.haumea.server.rule;

import io.haumea.engine.port.Contributions;
import io.haumea.server.plugins.FunctionLeases;
import io.haumea.trial.TestCommand;
import io.haumea.trial.Trial;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command {@code haumea test}: runs rule cases with the formats and functions of the plugins
 * folder. Made only when the kernel asks for the command.
 */
@Component(service = Callable.class, property = "haumea.command=test")
public final class RuleTests implements Callable<Integer> {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Contributions contributions;
    private final FunctionLeases functions;

    /**
     * Runs nothing yet. When the kernel asks for a command, the plugins folder has been worked
     * through.
     *
     * @param context knows the arguments
     * @param contributions finds formats
     * @param functions finds functions
     */
    @Activate
    public RuleTests(
            BundleContext context,
            @Reference Contributions contributions,
            @Reference FunctionLeases functions) {
        this.context = context;
        this.contributions = contributions;
        this.functions = functions;
    }

    /** Runs the cases; results go to the standard output, whoever else may want to print there. */
    @Override
    public Integer call() {
        String arguments = context.getProperty("haumea.arguments");
        LeasedFunctions leased = new LeasedFunctions(functions);
        try (Trial trial = new Trial(contributions, leased, DEADLINE)) {
            return new TestCommand(trial, stream(FileDescriptor.out), stream(FileDescriptor.err))
                    .run(
                            arguments == null || arguments.isEmpty()
                                    ? List.of()
                                    : List.of(arguments.split("\0", -1)));
        } finally {
            leased.close();
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
