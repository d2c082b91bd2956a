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

import io.haumea.engine.template.Node.Flow;
import io.haumea.engine.template.Source.Span;
import io.haumea.engine.template.Token.Kind;
import io.haumea.engine.template.text.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads templates: texts, control structures and definitions. */
final class Parser {

    /** The name of the template itself. */
    static final String MAIN = "sink";

    private static final int MOST_LEVELS = 100;

    private final Tokens tokens;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final List<Token> uses = new ArrayList<>();
    private PipelineParser pipelines;
    private Scope scope = new Scope();
    private int loops;
    private int level;

    Parser(Source source) {
        tokens = new Tokens(source);
        pipelines = new PipelineParser(tokens, scope);
    }

    /** What ends a list: {@code end} or {@code else}. */
    private record Block(Node.Body body, Token end) {}

    /** The templates by their names. */
    Map<String, Definition> parse() {
        List<Node> nodes = new ArrayList<>();
        while (!tokens.peek().is(Kind.END)) {
            int mark = tokens.mark();
            if (tokens.next().is(Kind.LEFT_DELIMITER)
                    && tokens.nextPastSpace().is(Kind.KEYWORD, "define")) {
                define();
                continue;
            }
            tokens.back(mark);
            Token ending = ending();
            if (ending != null) {
                throw tokens.invalid(ending, "unexpected {{" + ending.text() + "}}");
            }
            nodes.add(node());
        }
        add(MAIN, new Node.Body(nodes, new Span(0, 0)), scope, tokens.peek());
        for (Token use : uses) {
            String name = tokens.unquoted(use);
            if (!definitions.containsKey(name)) {
                throw tokens.invalid(use, "template " + Quoting.quote(name) + " not defined");
            }
        }
        return Map.copyOf(definitions);
    }

    /** As in Go, an empty template may be defined again. */
    private void add(String name, Node.Body body, Scope variables, Token place) {
        Definition earlier = definitions.get(name);
        if (earlier == null || empty(earlier.body())) {
            definitions.put(name, new Definition(body, variables.size()));
        } else if (!empty(body)) {
            throw tokens.invalid(place, "multiple definition of template " + Quoting.quote(name));
        }
    }

    private static boolean empty(Node.Body body) {
        return body.nodes().stream()
                .allMatch(node -> node instanceof Node.Text text && text.text().isBlank());
    }

    private void define() {
        Token name = tokens.nextPastSpace();
        String unquoted = name(name, "define clause");
        tokens.expect(Kind.RIGHT_DELIMITER, "define clause");
        template(unquoted, name, "define clause");
    }

    private String name(Token token, String context) {
        if (!token.is(Kind.STRING) && !token.is(Kind.RAW_STRING)) {
            throw tokens.unexpected(token, context);
        }
        return tokens.unquoted(token);
    }

    /** Reads the body of a template that stands inside another one. */
    private void template(String name, Token place, String context) {
        Scope outer = scope;
        int outerLoops = loops;
        scope = new Scope();
        loops = 0;
        pipelines = new PipelineParser(tokens, scope);
        Block block = block();
        expectEnd(block.end(), context);
        add(name, block.body(), scope, place);
        scope = outer;
        loops = outerLoops;
        pipelines = new PipelineParser(tokens, scope);
    }

    private void expectEnd(Token token, String context) {
        if (!token.text().equals("end")) {
            throw tokens.invalid(token, "unexpected {{" + token.text() + "}} in " + context);
        }
    }

    /** The nodes up to an {@code end} or {@code else}, which is taken. */
    private Block block() {
        int from = tokens.peek().from();
        if (++level > MOST_LEVELS) {
            throw tokens.invalid(
                    tokens.peek(), "more than " + MOST_LEVELS + " actions in each other");
        }
        List<Node> nodes = new ArrayList<>();
        while (!tokens.peek().is(Kind.END)) {
            Token ending = ending();
            if (ending != null) {
                level--;
                return new Block(new Node.Body(nodes, new Span(from, from)), ending);
            }
            nodes.add(node());
        }
        throw tokens.invalid(tokens.peek(), "unexpected EOF");
    }

    /**
     * Takes an action that is {@code end} or {@code else}, and returns the keyword; of {@code else
     * if} the delimiter and the first word alone. Null, with nothing taken, if another stands here.
     */
    private @Nullable Token ending() {
        int mark = tokens.mark();
        if (tokens.next().is(Kind.LEFT_DELIMITER)) {
            Token word = tokens.nextPastSpace();
            boolean otherwise = word.is(Kind.KEYWORD, "else");
            if (otherwise && tokens.peekPastSpace().is(Kind.KEYWORD, "if")) {
                return word;
            }
            if (otherwise || word.is(Kind.KEYWORD, "end")) {
                tokens.expect(Kind.RIGHT_DELIMITER, word.text());
                return word;
            }
        }
        tokens.back(mark);
        return null;
    }

    private Node node() {
        Token token = tokens.next();
        if (token.is(Kind.TEXT)) {
            return new Node.Text(token.text(), new Span(token.from(), token.to()));
        }
        int mark = tokens.mark();
        Token word = tokens.nextPastSpace();
        Node structure = word.is(Kind.KEYWORD) ? structure(word) : null;
        if (structure != null) {
            return structure;
        }
        tokens.back(mark);
        int from = tokens.peekPastSpace().from();
        Pipeline pipeline = pipelines.pipeline("command", Kind.RIGHT_DELIMITER);
        return new Node.Print(pipeline, spanBeforeDelimiter(from));
    }

    private @Nullable Node structure(Token word) {
        return switch (word.text()) {
            case "if" -> ifNode();
            case "with" -> with();
            case "range" -> range(word);
            case "template" -> fill(word);
            case "block" -> definedHere(word);
            case "break" -> jump(word, Flow.BREAK);
            case "continue" -> jump(word, Flow.CONTINUE);
            default -> null;
        };
    }

    private Span spanBeforeDelimiter(int from) {
        Span all = tokens.since(from);
        return new Span(from, Math.max(from, all.to() - 2));
    }

    private Node ifNode() {
        int mark = scope.mark();
        Pipeline condition = pipelines.pipeline("if", Kind.RIGHT_DELIMITER);
        Block then = block();
        Node.Body otherwise = otherwise(then.end(), true);
        scope.back(mark);
        return new Node.If(condition, then.body(), otherwise);
    }

    private Node with() {
        int mark = scope.mark();
        Pipeline pipeline = pipelines.pipeline("with", Kind.RIGHT_DELIMITER);
        Block then = block();
        Node.Body otherwise = otherwise(then.end(), false);
        scope.back(mark);
        return new Node.With(pipeline, then.body(), otherwise);
    }

    private Node range(Token word) {
        int mark = scope.mark();
        Pipeline pipeline = pipelines.pipeline("range", Kind.RIGHT_DELIMITER);
        Span span = spanBeforeDelimiter(word.from());
        loops++;
        Block each = block();
        loops--;
        Node.Body otherwise = otherwise(each.end(), false);
        scope.back(mark);
        return new Node.Range(pipeline, each.body(), otherwise, span);
    }

    /** What stands behind {@code else}; nothing if there is none. */
    private Node.Body otherwise(Token end, boolean mayGoOn) {
        Span span = new Span(end.from(), end.to());
        if (end.text().equals("end")) {
            return new Node.Body(List.of(), span);
        }
        Token next = tokens.peekPastSpace();
        if (next.is(Kind.KEYWORD, "if")) {
            if (!mayGoOn) {
                throw tokens.unexpected(next, "else");
            }
            tokens.next();
            if (++level > MOST_LEVELS) {
                throw tokens.invalid(next, "more than " + MOST_LEVELS + " actions in each other");
            }
            Node.Body body = new Node.Body(List.of(ifNode()), span);
            level--;
            return body;
        }
        Block block = block();
        if (!block.end().text().equals("end")) {
            throw tokens.invalid(block.end(), "expected end; found {{else}}");
        }
        return block.body();
    }

    private Node fill(Token word) {
        Token name = tokens.nextPastSpace();
        String unquoted = name(name, "template clause");
        uses.add(name);
        Pipeline pipeline = null;
        if (tokens.peekPastSpace().is(Kind.RIGHT_DELIMITER)) {
            tokens.next();
        } else {
            pipeline = pipelines.pipeline("template clause", Kind.RIGHT_DELIMITER);
        }
        return new Node.Fill(unquoted, pipeline, spanBeforeDelimiter(word.from()));
    }

    private Node definedHere(Token word) {
        Token name = tokens.nextPastSpace();
        String unquoted = name(name, "block clause");
        Pipeline pipeline = pipelines.pipeline("block clause", Kind.RIGHT_DELIMITER);
        Span span = spanBeforeDelimiter(word.from());
        template(unquoted, name, "block clause");
        return new Node.Fill(unquoted, pipeline, span);
    }

    private Node jump(Token word, Flow flow) {
        String shown = "{{" + word.text() + "}}";
        tokens.expect(Kind.RIGHT_DELIMITER, shown);
        if (loops == 0) {
            throw tokens.invalid(word, shown + " outside {{range}}");
        }
        return new Node.Jump(flow);
    }
}
