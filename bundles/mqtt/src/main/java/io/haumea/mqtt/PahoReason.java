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

import java.io.EOFException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/** Says in words what Paho's exceptions mean; their own texts depend on the machine's language. */
final class PahoReason {

    private PahoReason() {}

    /** Whether a broker that did not take MQTT 3.1.1 may take 3.1. */
    static boolean olderMayWork(MqttException failure) {
        return failure.getReasonCode() == MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION
                || hungUp(failure);
    }

    private static boolean hungUp(MqttException failure) {
        return failure.getReasonCode() == MqttException.REASON_CODE_CONNECTION_LOST
                && failure.getCause() instanceof EOFException;
    }

    /** Why a connection could not be made, naming the broker. */
    static String ofConnect(MqttException failure, Transport.Target target) {
        String broker = "broker " + target.server();
        return switch (failure.getReasonCode()) {
            case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION ->
                    broker + " does not take this version of MQTT";
            case MqttException.REASON_CODE_INVALID_CLIENT_ID ->
                    broker + " refused the client id '" + target.clientId() + "'";
            case MqttException.REASON_CODE_BROKER_UNAVAILABLE -> broker + " is not ready to serve";
            case MqttException.REASON_CODE_FAILED_AUTHENTICATION,
                    MqttException.REASON_CODE_NOT_AUTHORIZED ->
                    broker + " refused the login: wrong user name, password or certificate";
            case MqttException.REASON_CODE_CLIENT_TIMEOUT ->
                    broker
                            + " can't be reached: no answer within "
                            + target.options().timing().connect().toSeconds()
                            + " s";
            default ->
                    hungUp(failure)
                            ? broker + " ended the connection before it answered"
                            : broker + " can't be reached: " + of(failure);
        };
    }

    /** Why something failed. */
    static String of(@Nullable Throwable failure) {
        if (failure instanceof MqttException mqtt) {
            return mqtt.getCause() == null ? ofCode(mqtt) : of(mqtt.getCause());
        }
        if (failure instanceof EOFException) {
            return "the broker ended it";
        }
        if (failure instanceof UnknownHostException) {
            return "unknown host " + failure.getMessage();
        }
        if (failure instanceof SocketTimeoutException) {
            return "no answer";
        }
        if (failure instanceof NoRouteToHostException) {
            return "no route to the host";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getMessage();
        }
        if (failure == null) {
            return "no reason given";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String ofCode(MqttException failure) {
        return switch (failure.getReasonCode()) {
            case MqttException.REASON_CODE_CONNECTION_LOST,
                    MqttException.REASON_CODE_CLIENT_NOT_CONNECTED,
                    MqttException.REASON_CODE_CLIENT_DISCONNECTING,
                    MqttException.REASON_CODE_CLIENT_CLOSED ->
                    "the connection is gone";
            case MqttException.REASON_CODE_CLIENT_TIMEOUT,
                    MqttException.REASON_CODE_WRITE_TIMEOUT ->
                    "no answer";
            case MqttException.REASON_CODE_SUBSCRIBE_FAILED -> "it was refused";
            default -> failure.toString();
        };
    }
}
