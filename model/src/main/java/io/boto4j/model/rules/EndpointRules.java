package io.boto4j.model.rules;

import io.boto4j.model.ModelException;
import io.boto4j.model.pack.PackErrors;
import io.boto4j.model.pack.PackInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint rules of a service in compiled form: parameters, and code that reads them.
 *
 * <pre>
 * rules     = text* parameter* slotCount rule*                  each * with its count before it
 * parameter = name builtIn+1 type(u8) flags(u8) [default]
 * rule      = length kind(u8) condition* body                   the length counts what follows it
 * condition = slot+1 expression                                 0: the result is not kept
 * body      = rule* | url header* properties | error | diagram
 * header    = name expression*
 * </pre>
 *
 * <p>An expression is an opcode and its operands, in the order of their evaluation. Names and
 * literals are numbers of texts; variables are numbers of slots, of which the parameters have the
 * first. A reference to a variable that no earlier condition has set is compiled to {@link #NULL},
 * so a rule that fails need not clear its slots. All numbers are varints.
 *
 * <p>A decision diagram is compiled to one rule without conditions, whose body is the diagram. The
 * tables at its beginning consist of numbers of 4 bytes, so each node, condition and result can be
 * found without reading those before it:
 *
 * <pre>
 * diagram   = conditionCount(i32) resultCount(i32) nodeCount(i32) root(i32)
 *             conditionOffset(i32)* resultOffset(i32)* node* condition* result*     no counts
 * node      = condition(i32) high(i32) low(i32)
 * result    = kind(u8) body                                     never {@link #TREE}
 * </pre>
 *
 * <p>Offsets are counted from the first byte after the nodes. {@code high} is followed if the
 * condition holds, {@code low} if it does not; a reference below −1 swaps the two of its node. The
 * root and these are references as in Smithy's {@code endpointBdd}: 1 and −1 end without a result,
 * <var>n</var> and −<var>n</var> are the node <var>n</var> − 1, and {@link #RESULT_REFERENCE} +
 * <var>n</var> is the result <var>n</var>, counted from 1; with 0, it also ends without a result.
 * No node can be reached from itself. A variable is set if a condition has set it on the way
 * through the diagram.
 *
 * <p>Immutable and thread-safe.
 */
public final class EndpointRules {
  /** The kind of a rule whose body is rules. */
  public static final int TREE = 0;

  /** The kind of a rule whose body is an endpoint. */
  public static final int ENDPOINT = 1;

  /** The kind of a rule whose body is the message of an error. */
  public static final int ERROR = 2;

  /** The kind of a rule whose body is a decision diagram. It is the only rule of its set. */
  public static final int DIAGRAM = 3;

  /** The first reference to a result of a diagram; smaller ones are nodes. */
  public static final int RESULT_REFERENCE = 100_000_000;

  /** The absent value. */
  public static final int NULL = 0;

  /** The literal {@code false}. */
  public static final int FALSE = 1;

  /** The literal {@code true}. */
  public static final int TRUE = 2;

  /** A literal whole number that is not negative; operand: the number. */
  public static final int WHOLE = 3;

  /** A literal string; operand: a text. */
  public static final int TEXT = 4;

  /** Strings joined; operands: a count, expressions. */
  public static final int TEMPLATE = 5;

  /** A variable; operand: a slot. */
  public static final int REFERENCE = 6;

  /**
   * A part of a value; operands: an expression, a count, steps: a text + 1, or 0 and an index, in
   * zigzag form because a negative one counts from the end.
   */
  public static final int ATTRIBUTE = 7;

  /** A list; operands: a count, expressions. */
  public static final int LIST = 8;

  /** An object; operands: a count, texts and expressions in turn. */
  public static final int MAP = 9;

  /** The function {@code isSet}. As with all functions, its arguments follow. */
  public static final int IS_SET = 16;

  /** The function {@code not}. */
  public static final int NOT = 17;

  /** The function {@code stringEquals}. */
  public static final int STRING_EQUALS = 18;

  /** The function {@code booleanEquals}. */
  public static final int BOOLEAN_EQUALS = 19;

  /** The function {@code aws.partition}. */
  public static final int PARTITION = 20;

  /** The function {@code substring}. */
  public static final int SUBSTRING = 21;

  /** The function {@code isValidHostLabel}. */
  public static final int IS_VALID_HOST_LABEL = 22;

  /** The function {@code parseURL}. */
  public static final int PARSE_URL = 23;

  /** The function {@code uriEncode}. */
  public static final int URI_ENCODE = 24;

  /** The function {@code aws.parseArn}. */
  public static final int PARSE_ARN = 25;

  /** The function {@code aws.isVirtualHostableS3Bucket}. */
  public static final int IS_VIRTUAL_HOSTABLE_S3_BUCKET = 26;

  /** The function {@code split}. */
  public static final int SPLIT = 27;

  /**
   * The function {@code coalesce}; operands: the length of what follows, a count, expressions, of
   * which only those up to the first value that is set are evaluated.
   */
  public static final int COALESCE = 28;

  /**
   * The function {@code ite}; operands: the condition, and two expressions, each with its length
   * before it, of which only one is evaluated.
   */
  public static final int ITE = 29;

  /** The type of a parameter: a string. */
  public static final int STRING = 0;

  /** The type of a parameter: a boolean. */
  public static final int BOOLEAN = 1;

  /** The type of a parameter: a list of strings. */
  public static final int STRING_ARRAY = 2;

  static final int REQUIRED_FLAG = 1;
  static final int USED_FLAG = 2;
  static final int DEFAULT_FLAG = 4;

  private final byte[] bytes;
  private final int[] textPositions;

  /** Each created on first use; threads that race may each create one. */
  private final @Nullable String[] texts;

  private final int[] names;
  private final int[] builtIns;
  private final int[] types;
  private final int[] flags;
  private final int[] defaults;
  private final int slotCount;
  private final int start;

  private EndpointRules(byte[] bytes) {
    this.bytes = bytes;
    PackInput in = new PackInput(bytes, 0);
    this.textPositions = new int[in.count()];
    this.texts = new String[textPositions.length];
    for (int i = 0; i < textPositions.length; i++) {
      textPositions[i] = in.position();
      in.skip(in.count());
    }
    int count = in.count();
    this.names = new int[count];
    this.builtIns = new int[count];
    this.types = new int[count];
    this.flags = new int[count];
    this.defaults = new int[count];
    for (int i = 0; i < count; i++) {
      names[i] = in.index(texts.length);
      builtIns[i] = in.index(texts.length + 1) - 1;
      types[i] = in.u8();
      flags[i] = in.u8();
      if ((flags[i] & DEFAULT_FLAG) != 0) {
        int length = in.count();
        defaults[i] = in.position();
        in.skip(length);
      }
    }
    this.slotCount = in.count();
    this.start = in.position();
  }

  /**
   * Reads rules in compiled form.
   *
   * @param bytes the form described above; it is not copied and must not be changed
   * @return the rules
   * @throws ModelException if the bytes are damaged
   */
  public static EndpointRules of(byte[] bytes) {
    return new EndpointRules(bytes);
  }

  private EndpointRules(EndpointRules parent, byte[] code, String[] moreTexts, int slotCount) {
    this.bytes = Arrays.copyOf(parent.bytes, parent.start + code.length);
    System.arraycopy(code, 0, bytes, parent.start, code.length);
    this.textPositions = parent.textPositions;
    this.texts = Arrays.copyOf(parent.texts, parent.texts.length + moreTexts.length);
    System.arraycopy(moreTexts, 0, texts, parent.texts.length, moreTexts.length);
    this.names = parent.names;
    this.builtIns = parent.builtIns;
    this.types = parent.types;
    this.flags = parent.flags;
    this.defaults = parent.defaults;
    this.slotCount = slotCount;
    this.start = parent.start;
  }

  /**
   * Creates other rules over the same parameters.
   *
   * @param code a count, and as many rules
   * @param moreTexts further texts, with the numbers from {@link #textCount()} on
   * @param slots the number of variables in the rules, including the parameters
   * @return the rules, which begin at the same {@link #start()}
   */
  public EndpointRules withRules(byte[] code, String[] moreTexts, int slots) {
    return new EndpointRules(this, code, moreTexts, slots);
  }

  /**
   * Returns the number of parameters.
   *
   * @return the count
   */
  public int parameterCount() {
    return names.length;
  }

  /**
   * Returns the name of a parameter.
   *
   * @param parameter the number of the parameter
   * @return the name, such as {@code UseFIPS}
   */
  public String parameterName(int parameter) {
    return text(names[parameter]);
  }

  /**
   * Returns the built-in that a parameter takes its value from if nothing else sets it.
   *
   * @param parameter the number of the parameter
   * @return the name, such as {@code AWS::UseFIPS}, or null
   */
  public @Nullable String builtIn(int parameter) {
    return builtIns[parameter] < 0 ? null : text(builtIns[parameter]);
  }

  /**
   * Returns the type of a parameter.
   *
   * @param parameter the number of the parameter
   * @return {@link #STRING}, {@link #BOOLEAN} or {@link #STRING_ARRAY}
   */
  public int parameterType(int parameter) {
    return types[parameter];
  }

  /**
   * Whether a parameter must have a value.
   *
   * @param parameter the number of the parameter
   * @return true if no endpoint can be found without it
   */
  public boolean isRequired(int parameter) {
    return (flags[parameter] & REQUIRED_FLAG) != 0;
  }

  /**
   * Whether any rule reads a parameter.
   *
   * @param parameter the number of the parameter
   * @return false if its value makes no difference
   */
  public boolean isUsed(int parameter) {
    return (flags[parameter] & USED_FLAG) != 0;
  }

  /**
   * Returns the position of a parameter's default.
   *
   * @param parameter the number of the parameter
   * @return the position of an expression, or 0 if the parameter has no default
   */
  public int defaultPosition(int parameter) {
    return defaults[parameter];
  }

  /**
   * Returns the number of variables, including the parameters.
   *
   * @return the count
   */
  public int slotCount() {
    return slotCount;
  }

  /**
   * Returns the position of the rules.
   *
   * @return the position of their count
   */
  public int start() {
    return start;
  }

  /**
   * Whether the rules are a decision diagram.
   *
   * @return false if they are a tree
   */
  public boolean isDiagram() {
    PackInput in = new PackInput(bytes, start);
    if (in.count() != 1) {
      return false;
    }
    in.count();
    return in.u8() == DIAGRAM;
  }

  /**
   * Returns one byte of the code.
   *
   * @param position the position of the byte
   * @return 0 to 255
   * @throws ModelException if the code has ended
   */
  public int u8(int position) {
    if (position < 0 || position >= bytes.length) {
      throw PackErrors.of("The endpoint rules are damaged: they end early", null);
    }
    return bytes[position] & 0xff;
  }

  /**
   * Returns the number of texts.
   *
   * @return the count
   */
  public int textCount() {
    return texts.length;
  }

  /**
   * Returns a text.
   *
   * @param number the number of the text
   * @return the text
   * @throws ModelException if no text has the number
   */
  public String text(int number) {
    if (number < 0 || number >= texts.length) {
      throw PackErrors.of("The endpoint rules are damaged: no text " + number, null);
    }
    String created = texts[number];
    if (created == null) {
      PackInput in = new PackInput(bytes, textPositions[number]);
      int length = in.count();
      created = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
      texts[number] = created;
    }
    return created;
  }

  /**
   * Returns the compiled form, which {@link #of} reads.
   *
   * @return the bytes themselves, not a copy; they must not be changed
   */
  public byte[] bytes() {
    return bytes;
  }
}
