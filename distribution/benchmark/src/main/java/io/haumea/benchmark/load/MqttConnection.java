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
package io.haumea.benchmark.load;

import io.haumea.benchmark.harness.BenchmarkException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection to an MQTT 3.1.1 broker on this machine, as bare as can be. One thread may read
 * while another one writes.
 */
final class MqttConnection implements AutoCloseable {

    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBACK = 9;

    private static final int BUFFER = 1 << 18;
    private static final int CONNECT_MILLIS = 5000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private int header;
    private int bodyEnd;

    private MqttConnection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Connects with a clean session and without keep-alive. */
    static MqttConnection open(int port, String clientId) throws IOException {
        MqttConnection connection = new MqttConnection(port);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.writeBytes(new byte[] {4, 2, 0, 0});
        text(body, clientId);
        connection.send(packet(0x10, body.toByteArray()));
        connection.expect(CONNACK);
        if (connection.buffer[connection.position + 1] != 0) {
            throw new BenchmarkException("the broker refused the connection of " + clientId);
        }
        return connection;
    }

    /** Subscribes and waits for the answer; nothing else may be on its way yet. */
    void subscribe(String filter, int qos) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1});
        text(body, filter);
        body.write(qos);
        send(packet(0x82, body.toByteArray()));
        expect(SUBACK);
    }

    private void expect(int type) throws IOException {
        if (!next() || type() != type) {
            throw new BenchmarkException("the broker did not answer with packet type " + type);
        }
    }

    /** Adds a text as the protocol has it. */
    static void text(ByteArrayOutputStream body, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.write(bytes.length >> 8);
        body.write(bytes.length);
        body.writeBytes(bytes);
    }

    /** A packet of a first byte and a body. */
    static byte[] packet(int first, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int rest = body.length;
        do {
            packet.write(rest > 127 ? (rest & 127) | 128 : rest);
            rest >>>= 7;
        } while (rest > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    void send(byte[] bytes) throws IOException {
        send(bytes, bytes.length);
    }

    void send(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
    }

    /**
     * Reads the next packet, whose type and body can then be asked for.
     *
     * @return false when the connection is at its end
     */
    boolean next() throws IOException {
        position = bodyEnd;
        if (!have(2)) {
            return false;
        }
        int length = 0;
        int at = position + 1;
        int shift = 0;
        int digit;
        do {
            if (!have(at + 1 - position)) {
                return false;
            }
            // have() may have moved everything to the front.
            at = position + 1 + shift / 7;
            digit = buffer[at];
            length |= (digit & 127) << shift;
            shift += 7;
            at++;
        } while (digit < 0);
        int headerLength = at - position;
        if (!have(headerLength + length)) {
            return false;
        }
        header = buffer[position] & 255;
        position += headerLength;
        bodyEnd = position + length;
        return true;
    }

    /** Sees to it that so many bytes are there from the position on. */
    private boolean have(int count) throws IOException {
        if (position + count > buffer.length) {
            if (count > buffer.length) {
                throw new BenchmarkException("a packet of more than " + buffer.length + " bytes");
            }
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        while (limit - position < count) {
            if (limit == position) {
                limit = 0;
                position = 0;
            }
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    int type() {
        return header >> 4;
    }

    /** The quality of service of a PUBLISH. */
    int qos() {
        return header >> 1 & 3;
    }

    byte[] bytes() {
        return buffer;
    }

    int bodyStart() {
        return position;
    }

    int bodyEnd() {
        return bodyEnd;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
