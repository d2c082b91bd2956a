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

import org.apache.felix.framework.Logger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends the framework's own messages to slf4j; by itself Felix would write them to stdout. */
final class FrameworkLog extends Logger {
    private static final org.slf4j.Logger LOG =
            LoggerFactory.getLogger("org.apache.felix.framework");

    /** The start of a system bundle failed; {@link StartReport} tells it better. */
    private static final String START_FAILED = "Error starting ";

    FrameworkLog() {
        setLogLevel(LOG_WARNING);
    }

    @Override
    @SuppressWarnings("rawtypes") // the overridden method has the raw type
    protected void doLog(
            @Nullable Bundle bundle,
            @Nullable ServiceReference reference,
            int level,
            String message,
            @Nullable Throwable error) {
        String prefix = bundle == null ? "" : bundle.getSymbolicName() + ": ";
        Level slf4jLevel = message.startsWith(START_FAILED) ? Level.DEBUG : slf4jLevel(level);
        LOG.atLevel(slf4jLevel).setCause(error).log(prefix + message);
    }

    private static Level slf4jLevel(int level) {
        return switch (level) {
            case LOG_ERROR -> Level.ERROR;
            case LOG_WARNING -> Level.WARN;
            case LOG_INFO -> Level.INFO;
            default -> Level.DEBUG;
        };
    }
}
