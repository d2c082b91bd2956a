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

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Forwards what bundles write to the OSGi log service to slf4j, so that there is one log. */
final class LogBridge extends ServiceTracker<LogReaderService, LogReaderService>
        implements LogListener {

    /** The log service turns each bundle and service event into an entry; that is only noise. */
    private static final String EVENT_LOGGERS = "Events.";

    LogBridge(BundleContext context) {
        super(context, LogReaderService.class, null);
    }

    @Override
    public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
        LogReaderService reader = super.addingService(reference);
        reader.addLogListener(this);
        return reader;
    }

    @Override
    public void removedService(
            ServiceReference<LogReaderService> reference, LogReaderService reader) {
        reader.removeLogListener(this);
        super.removedService(reference, reader);
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLoggerName().startsWith(EVENT_LOGGERS)) {
            return;
        }
        Logger logger = LoggerFactory.getLogger(loggerName(entry));
        logger.atLevel(level(entry)).setCause(entry.getException()).log(entry.getMessage());
    }

    /** Some entries name no class: old log service calls, and SCR; the bundle's name says more. */
    private static String loggerName(LogEntry entry) {
        String name = entry.getLoggerName();
        boolean nameless = name.startsWith("LogService") || name.equals(Logger.ROOT_LOGGER_NAME);
        return nameless && entry.getBundle() != null ? entry.getBundle().getSymbolicName() : name;
    }

    private static Level level(LogEntry entry) {
        return switch (entry.getLogLevel()) {
            case AUDIT, INFO -> Level.INFO;
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }
}
