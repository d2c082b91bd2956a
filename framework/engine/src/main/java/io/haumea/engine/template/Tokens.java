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
package io.haumea.engine.template;

import io.haumea.engine.template.Source.Span;
import io.haumea.engine.template.Token.Kind;
import io.haumea.engine.template.text.Quoting;
import java.util.List;

/** Where the parser stands among the tokens. */
final class Tokens {

    private final Source source;
    private final List<Token> tokens;
    private int at;

    Tokens(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The next token, which is taken; the end is never passed. */
    Token next() {
        Token token = tokens.get(at);
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    Token peekPastSpace() {
        skipSpace();
        return peek();
    }

    Token nextPastSpace() {
        skipSpace();
        return next();
    }

    private void skipSpace() {
        while (peek().is(Kind.SPACE)) {
            at++;
        }
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    Token expect(Kind kind, String context) {
        Token token = nextPastSpace();
        if (!token.is(kind)) {
            throw unexpected(token, context);
        }
        return token;
    }

    /** What has been read since a place. */
    Span since(int from) {
        int last = at;
        while (last > 0 && tokens.get(last - 1).is(Kind.SPACE)) {
            last--;
        }
        return new Span(from, last == 0 ? from : Math.max(from, tokens.get(last - 1).to()));
    }

    TemplateException unexpected(Token token, String context) {
        return invalid(token, "unexpected " + token.shown() + " in " + context);
    }

    TemplateException invalid(Token token, String message) {
        return source.invalid(token.from(), message);
    }

    /** A quoted text without its quotes. */
    String unquoted(Token token) {
        if (token.is(Kind.RAW_STRING)) {
            return token.text().substring(1, token.text().length() - 1).replace("\r", "");
        }
        String text = Quoting.unquote(token.text());
        if (text == null) {
            throw invalid(token, "invalid syntax in " + token.text());
        }
        return text;
    }
}
