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
package io.haumea.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers CONNECT and SUBSCRIBE as told: for what a real broker is hard to bring to. */
final class ScriptedBroker implements AutoCloseable {

    /** An answer that is not sent. */
    static final int HANG_UP = -1;

    /** No answer at all, with the connection open. */
    static final int SILENT = -2;

    private final ServerSocket server;
    private final int connectAnswer;
    private final int subscribeAnswer;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Integer> versions = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    ScriptedBroker(int connectAnswer, int subscribeAnswer) throws IOException {
        this.connectAnswer = connectAnswer;
        this.subscribeAnswer = subscribeAnswer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "scripted-broker");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The protocol levels of the CONNECT packets: 3 is MQTT 3.1, 4 is 3.1.1. */
    List<Integer> versions() {
        return versions;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                int type = in.readUnsignedByte() >> 4;
                byte[] body = in.readNBytes(length(in));
                if (type == 1) {
                    versions.add((int) body[2 + body[1]]);
                    if (connectAnswer == HANG_UP) {
                        return;
                    }
                    if (connectAnswer != SILENT) {
                        out.write(new byte[] {0x20, 2, 0, (byte) connectAnswer});
                    }
                } else if (type == 8) {
                    out.write(
                            new byte[] {(byte) 0x90, 3, body[0], body[1], (byte) subscribeAnswer});
                } else if (type == 12) {
                    out.write(new byte[] {(byte) 0xd0, 0});
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7f) << shift;
            shift += 7;
        } while (part >= 0x80);
        return length;
    }

    /** Ends all connections and takes no more. */
    void stop() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
