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
package io.haumea.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.VMPendingDurableSubscriberMessageStoragePolicy;
import org.apache.activemq.broker.region.policy.VMPendingSubscriberMessageStoragePolicy;
import org.apache.activemq.usage.SystemUsage;

/**
 * A running MQTT 3.1 and 3.1.1 broker (ActiveMQ Classic) that keeps everything in memory: no files,
 * no users, no TLS, no shared subscriptions. Retained messages and sessions last until {@link
 * #close}.
 *
 * <p>Nothing is thrown away for a slow subscriber: once {@value #MEMORY_MB} MB wait for one,
 * publishers wait as well.
 *
 * <p>Thread-safe. The broker's threads take over the context class loader of the thread that starts
 * it.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int MEMORY_MB = 32;
    private static final long MEGABYTE = 1L << 20;

    private final BrokerService service;
    private final String host;
    private final int port;

    private EmbeddedBroker(BrokerService service, String host, int port) {
        this.service = service;
        this.host = host;
        this.port = port;
    }

    /**
     * Starts a broker; it takes connections when this returns.
     *
     * @param host the address to listen on, such as {@code 127.0.0.1}
     * @param port the port, or 0 for any free one
     * @return the running broker
     * @throws BindException if host and port can't be listened on, such as a port that is in use
     * @throws IOException if the broker can't start for another reason
     */
    public static EmbeddedBroker start(String host, int port) throws IOException {
        BrokerService service = configured();
        try {
            TransportConnector connector =
                    service.addConnector(new URI("mqtt", null, host, port, null, null, null));
            service.start();
            if (!service.waitUntilStarted()) {
                throw new IOException("it did not come up");
            }
            return new EmbeddedBroker(service, host, connector.getConnectUri().getPort());
            // The library declares Exception.
        } catch (Exception e) {
            stop(service, e);
            throw told(e, host, port);
        }
    }

    private static BrokerService configured() {
        BrokerService service = new BrokerService();
        service.setBrokerName("haumea");
        service.setPersistent(false);
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setAdvisorySupport(false);
        service.setSchedulerSupport(false);
        service.setEnableStatistics(false);
        service.setUseVirtualTopics(false);
        service.setDestinationPolicy(inMemory());
        SystemUsage usage = service.getSystemUsage();
        usage.getMemoryUsage().setLimit(MEMORY_MB * MEGABYTE);
        // Never used, but compared with the free space of the disk.
        usage.getStoreUsage().setLimit(MEGABYTE);
        usage.getTempUsage().setLimit(MEGABYTE);
        return service;
    }

    private static PolicyMap inMemory() {
        PolicyEntry entry = new PolicyEntry();
        entry.setPendingSubscriberPolicy(new VMPendingSubscriberMessageStoragePolicy());
        entry.setPendingDurableSubscriberPolicy(
                new VMPendingDurableSubscriberMessageStoragePolicy());
        PolicyMap policies = new PolicyMap();
        policies.setDefaultEntry(entry);
        return policies;
    }

    private static IOException told(Exception failure, String host, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                BindException bind =
                        new BindException(
                                "can't listen on " + host + ":" + port + ": " + cause.getMessage());
                bind.initCause(failure);
                return bind;
            }
        }
        return new IOException(
                "can't start on " + host + ":" + port + ": " + failure.getMessage(), failure);
    }

    private static void stop(BrokerService service, Exception failure) {
        try {
            service.stop();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return port;
    }

    /** The address for clients, such as {@code tcp://127.0.0.1:1883}. */
    public String address() {
        return "tcp://" + host + ":" + port;
    }

    /**
     * Ends all connections, gives the port back and waits for that. Does nothing the second time.
     *
     * @throws IOException if the broker did not end cleanly
     */
    @Override
    public void close() throws IOException {
        try {
            service.stop();
            service.waitUntilStopped();
            // The library declares Exception.
        } catch (Exception e) {
            throw new IOException("the broker did not stop cleanly: " + e.getMessage(), e);
        }
    }
}
