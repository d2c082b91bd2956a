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
package io.haumea.samples;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import io.haumea.sdk.sink.Delivery;
import io.haumea.sdk.sink.Sink;
import io.haumea.sdk.sink.SinkContext;
import io.haumea.sdk.state.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each delivery as a line to a TCP server, and connects again when the connection is lost.
 *
 * <p>The pattern for a sink with a connection: {@link #send} connects if need be, and a failure
 * that may pass is thrown as a retryable exception. Pausing, trying again, keeping the order and
 * counting are the engine's, with the {@code retryInterval} that the user gave the action; a loop
 * or a sleep here would hide all that from the status of the rule.
 *
 * <p>TCP does not tell what the server has read: lines on their way when the connection breaks may
 * be lost. Where that matters, wait for an answer in {@link #send}. A payload with line breaks in
 * it arrives as several lines.
 *
 * <p>No field is volatile and nothing is synchronized: the engine calls a sink by one thread at a
 * time. Calls may block, since they run on threads that belong to the plugin.
 */
final class TcpSink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(TcpSink.class);

    private final TcpOptions options;
    private final ByteBuffer unread = ByteBuffer.allocate(256);
    private @Nullable SinkContext context;

    /**
     * A channel and not a stream, for two reasons: an interrupt ends its blocking calls, so that a
     * stuck server can't hold up the end of a rule; and it can look for the server's end of the
     * connection without waiting.
     */
    private @Nullable SocketChannel connection;

    TcpSink(TcpOptions options) {
        this.options = options;
    }

    /** Tries the connection now, so that the rule's status tells at once whether it works. */
    @Override
    public void open(SinkContext context) {
        this.context = context;
        connected(context);
    }

    @Override
    public void send(Delivery delivery) {
        byte[] payload = delivery.payload();
        if (payload.length > options.maxLine()) {
            // A user's error: sending the same bytes again would fail again. It is given up.
            throw new HaumeaException(
                    ErrorCode.INVALID_PAYLOAD,
                    "tcp sink got a line of "
                            + payload.length
                            + " bytes, longer than maxLine "
                            + options.maxLine(),
                    "Select fewer columns, or raise maxLine if the server takes longer lines.",
                    null);
        }
        if (context == null) {
            throw new IllegalStateException("send before open");
        }
        SocketChannel channel = connected(context);
        ByteBuffer line = ByteBuffer.allocate(payload.length + 1);
        line.put(payload).put((byte) '\n').flip();
        try {
            write(channel, line);
        } catch (IOException e) {
            throw lost(context, "lost the connection to " + options.server(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** The connection, which is made first if there is none or the server has ended it. */
    private SocketChannel connected(SinkContext context) {
        SocketChannel channel = connection;
        if (channel != null && alive(channel)) {
            return channel;
        }
        drop();
        context.status(Status.connecting("to " + options.server()));
        try {
            channel = connect();
        } catch (IOException e) {
            throw lost(context, "can't reach " + options.server(), e);
        }
        connection = channel;
        context.status(Status.connected());
        return channel;
    }

    /**
     * Whether the server still listens. The first write after the server has gone succeeds, as the
     * bytes only go into a buffer of this machine; reading finds out in time.
     */
    private boolean alive(SocketChannel channel) {
        try {
            channel.configureBlocking(false);
            int read;
            do {
                unread.clear();
                read = channel.read(unread);
            } while (read > 0); // what the server says is of no interest
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            LOG.debug("The connection to {} is gone", options.server(), e);
            return false;
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            // Made anew each time: the name is looked up again, and may have moved meanwhile.
            channel.socket()
                    .connect(
                            new InetSocketAddress(
                                    options.server().getHost(), options.server().getPort()),
                            Math.toIntExact(options.connectTimeout().toMillis()));
            if (options.token() != null) {
                byte[] first = (options.token() + "\n").getBytes(StandardCharsets.UTF_8);
                write(channel, ByteBuffer.wrap(first));
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Tells that the connection is gone, in the rule's status and to the engine. {@code
     * UNREACHABLE} is of the category external: the same delivery comes again after a pause.
     */
    private HaumeaException lost(SinkContext context, String what, IOException cause) {
        drop();
        // Some exceptions have no message; their name still tells something.
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String reason = what + ": " + why;
        context.status(Status.disconnected(reason));
        return new HaumeaException(
                ErrorCode.UNREACHABLE,
                "tcp sink of rule " + context.ruleId() + " " + reason,
                "Check that the server runs and that this machine may connect to it.",
                cause);
    }

    /** Lets go of a connection that is of no use any more. */
    private void drop() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("The connection to {} did not close cleanly", options.server(), e);
        }
    }
}
