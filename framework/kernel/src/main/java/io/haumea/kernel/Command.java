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

import java.util.Collection;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * A command that a bundle offers as a {@link Callable} with the service property {@value #NAME}. It
 * finds its arguments, separated by NUL, in the framework property {@value #ARGUMENTS}, and returns
 * the exit code.
 */
final class Command {

    /** The framework property that names the command to be run, and the service property. */
    static final String NAME = "haumea.command";

    /** The framework property with what follows the command. */
    static final String ARGUMENTS = "haumea.arguments";

    private final BundleContext context;

    /**
     * Commands of a framework that has started.
     *
     * @param context finds them
     */
    Command(BundleContext context) {
        this.context = context;
    }

    /**
     * Runs a command.
     *
     * @throws StartFailure if nobody offers it, or it fails
     */
    int run(String name) throws StartFailure {
        try {
            Collection<? extends ServiceReference<?>> found =
                    context.getServiceReferences(Callable.class, "(" + NAME + "=" + name + ")");
            for (ServiceReference<?> reference : found) {
                if (context.getService(reference) instanceof Callable<?> command
                        && command.call() instanceof Integer code) {
                    return code;
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new StartFailure("'" + name + "' can't be the name of a command", e);
        } catch (Exception e) { // the thread's boundary: whatever the command throws ends it
            throw new StartFailure("the command " + name + " fails: " + e, e);
        }
        throw new StartFailure("no bundle offers the command " + name);
    }
}
