package io.boto4j.internal.paging;

import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paging of one operation, with its expressions compiled. Immutable and safe to share between
 * threads.
 *
 * @param operation the name of the operation
 * @param output the shape of a page, or null if the operation has no output
 * @param inputTokens the parameters for the next page
 * @param outputTokens the expressions for their values on a page, in the same order
 * @param resultKeys the expressions for the items on a page; the items of the first are counted
 * @param moreResults the expression for whether more pages follow, or null if the tokens show it
 * @param limitKey the parameter for the page size, or null if the operation has none
 * @param limitIsText whether that parameter is text
 * @param nonAggregateKeys the expressions for members that are the same on every page
 * @param mayRepeatTokens whether a page may have the token of the page before it, without being the
 *     last
 * @param inferred whether the paging was inferred from names, because the model has no paginator
 */
public record Paging(
    String operation,
    @Nullable StructureShape output,
    List<String> inputTokens,
    List<JmesPath> outputTokens,
    List<JmesPath> resultKeys,
    @Nullable JmesPath moreResults,
    @Nullable String limitKey,
    boolean limitIsText,
    List<JmesPath> nonAggregateKeys,
    boolean mayRepeatTokens,
    boolean inferred) {
  /**
   * Creates the paging of an operation from its paginator in the model.
   *
   * @param operation the operation
   * @param config the part of {@code paginators-1.json} for the operation
   * @return the paging
   */
  public static Paging of(OperationModel operation, Map<?, ?> config) {
    return of(operation, config, /* inferred= */ false);
  }

  static Paging of(OperationModel operation, Map<?, ?> config, boolean inferred) {
    String limitKey = config.get("limit_key") instanceof String key ? key : null;
    return new Paging(
        operation.name(),
        operation.output(),
        texts(config.get("input_token")),
        expressions(config.get("output_token")),
        expressions(config.get("result_key")),
        config.get("more_results") instanceof String more ? JmesPath.compile(more) : null,
        limitKey,
        limitKey != null && isText(operation.input(), limitKey),
        expressions(config.get("non_aggregate_keys")),
        /* mayRepeatTokens= */ false,
        inferred);
  }

  /**
   * Returns the same paging for an operation that may repeat a token.
   *
   * @return a paging whose {@link #mayRepeatTokens} is true
   */
  public Paging repeatingTokens() {
    return new Paging(
        operation,
        output,
        inputTokens,
        outputTokens,
        resultKeys,
        moreResults,
        limitKey,
        limitIsText,
        nonAggregateKeys,
        /* mayRepeatTokens= */ true,
        inferred);
  }

  private static boolean isText(@Nullable StructureShape input, String limitKey) {
    Member member = input == null ? null : input.member(limitKey);
    return member != null && member.shape().type() == ShapeType.STRING;
  }

  /** Returns one text or a list of texts as a list. */
  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      for (Object each : list) {
        texts.add((String) each);
      }
    }
    return List.copyOf(texts);
  }

  private static List<JmesPath> expressions(@Nullable Object value) {
    List<JmesPath> expressions = new ArrayList<>();
    for (String text : texts(value)) {
      expressions.add(JmesPath.compile(text));
    }
    return List.copyOf(expressions);
  }
}
