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

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sets logback up from {@code etc/logback.xml} and takes in what uses {@code java.util.logging}.
 */
final class Logging {
    private Logging() {}

    /**
     * Configures logging for the whole process. The file may use {@code ${haumea.log}}, the log
     * directory.
     *
     * @throws StartFailure if the file cannot be read or does not make sense
     */
    static void configure(KernelSettings settings) throws StartFailure {
        Path file = settings.etc().resolve("logback.xml");
        if (Files.exists(file)) {
            configure(settings, file);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Writes out what is still buffered. */
    static void close() {
        context().stop();
    }

    private static void configure(KernelSettings settings, Path file) throws StartFailure {
        LoggerContext context = context();
        context.reset();
        context.putProperty("haumea.log", settings.log().toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(file.toFile());
        } catch (JoranException e) {
            throw new StartFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
        Optional<Status> worst =
                context.getStatusManager().getCopyOfStatusList().stream()
                        .filter(status -> status.getEffectiveLevel() >= Status.ERROR)
                        .max(Comparator.comparingInt(Status::getEffectiveLevel));
        if (worst.isPresent()) {
            throw new StartFailure("cannot use " + file + ": " + worst.get().getMessage());
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
