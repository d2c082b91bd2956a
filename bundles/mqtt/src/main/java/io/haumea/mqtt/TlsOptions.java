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

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and keys of encrypted connections. Paths are relative to the working directory.
 *
 * @param certificate PEM file with the client's certificate and its chain, or null for none
 * @param key PEM file with the client's private key; given exactly if the certificate is
 * @param authorities PEM file with the certificates to trust, or null for those of the JDK
 * @param unverified whether any server is taken for the right one
 */
record TlsOptions(
        @Nullable String certificate,
        @Nullable String key,
        @Nullable String authorities,
        boolean unverified) {

    /**
     * Checks what goes together; reads no file.
     *
     * @param owner who is configured, for messages
     */
    static TlsOptions of(String owner, Paths paths, boolean unverified) {
        String certificate = ConnectionOptions.blankToNull(paths.certificate());
        String key = ConnectionOptions.blankToNull(paths.key());
        if ((certificate == null) != (key == null)) {
            throw ConnectionOptions.invalid(
                    owner
                            + " has only one of the properties certificationPath and"
                            + " privateKeyPath; give both or none");
        }
        return new TlsOptions(
                certificate, key, ConnectionOptions.blankToNull(paths.authorities()), unverified);
    }

    /** The paths as users write them; see the components of the same names. */
    record Paths(
            @Nullable String certificate, @Nullable String key, @Nullable String authorities) {}

    /**
     * Reads the files.
     *
     * @param owner who is configured, for messages
     * @throws HaumeaException with {@link ErrorCode#INVALID_OPTION} if a file can't be used
     */
    SSLSocketFactory socketFactory(String owner) {
        KeyManager[] keys = keyManagers(owner);
        TrustManager[] trust = trustManagers(owner);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new HaumeaException(
                    ErrorCode.INTERNAL, owner + " can't set up TLS: " + e.getMessage(), e);
        }
    }

    private KeyManager @Nullable [] keyManagers(String owner) {
        if (certificate == null || key == null) {
            return null;
        }
        Certificate[] chain =
                certificates(owner, "certificationPath", certificate).toArray(new Certificate[0]);
        try {
            PrivateKey privateKey =
                    PemKey.parse(
                            Files.readString(Path.of(key), StandardCharsets.US_ASCII),
                            chain[0].getPublicKey().getAlgorithm());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry("client", privateKey, new char[0], chain);
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(owner, "privateKeyPath", key, e);
        }
    }

    private TrustManager @Nullable [] trustManagers(String owner) {
        if (unverified) {
            return new TrustManager[] {new TrustAnyServer()};
        }
        if (authorities == null) {
            return null;
        }
        Collection<? extends Certificate> trusted = certificates(owner, "caPath", authorities);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate authority : trusted) {
                store.setCertificateEntry("ca-" + number++, authority);
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(owner, "caPath", authorities, e);
        }
    }

    private static Collection<? extends Certificate> certificates(
            String owner, String option, String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("it holds no certificate");
            }
            return found;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(owner, option, file, e);
        }
    }

    private static HaumeaException unusable(
            String owner, String option, String file, Exception cause) {
        String why =
                cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new HaumeaException(
                ErrorCode.INVALID_OPTION,
                owner + " can't use the file '" + file + "' of property " + option + ": " + why,
                "Name a PEM file that this server can read.",
                cause);
    }
}
