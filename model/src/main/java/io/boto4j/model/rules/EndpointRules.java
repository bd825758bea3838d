package io.boto4j.model.rules;

import io.boto4j.model.ModelException;
import io.boto4j.model.pack.PackInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A service's endpoint rule set in compiled form: its parameters, and code to be run over them.
 *
 * <pre>
 * rules     = text* parameter* slotCount rule*                  each * with its count before it
 * parameter = name builtIn+1 type(u8) flags(u8) [default]
 * rule      = length kind(u8) condition* body                   the length counts what follows it
 * condition = slot+1 expression                                 0 for what is not kept
 * body      = rule* | url header* properties | error
 * header    = name expression*
 * </pre>
 *
 * <p>An expression is an opcode and its operands, in the order they are evaluated. Names and
 * literals are numbers of texts, variables are numbers of slots, the parameters' first. A reference
 * to what no condition before it has set is compiled to {@link #NULL}, so slots need no clearing
 * when a rule fails. All numbers are varints. Immutable; safe to share between threads.
 */
public final class EndpointRules {
  /** A rule whose body is rules. */
  public static final int TREE = 0;

  /** A rule whose body is an endpoint. */
  public static final int ENDPOINT = 1;

  /** A rule whose body is the text of an error. */
  public static final int ERROR = 2;

  /** The absent value. */
  public static final int NULL = 0;

  /** A literal. */
  public static final int FALSE = 1;

  /** A literal. */
  public static final int TRUE = 2;

  /** A literal; operand: a whole number that is not negative. */
  public static final int WHOLE = 3;

  /** A literal; operand: a text. */
  public static final int TEXT = 4;

  /** Texts joined; operands: a count, expressions. */
  public static final int TEMPLATE = 5;

  /** A variable; operand: a slot. */
  public static final int REFERENCE = 6;

  /** A part of a value; operands: an expression, a count, steps: a text + 1, or 0 and an index. */
  public static final int ATTRIBUTE = 7;

  /** A list; operands: a count, expressions. */
  public static final int LIST = 8;

  /** An object; operands: a count, texts and expressions in turn. */
  public static final int MAP = 9;

  /** The function {@code isSet}. This and the following are followed by their arguments. */
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

  /** A parameter's type. */
  public static final int STRING = 0;

  /** A parameter's type. */
  public static final int BOOLEAN = 1;

  /** A parameter's type. */
  public static final int STRING_ARRAY = 2;

  static final int REQUIRED_FLAG = 1;
  static final int USED_FLAG = 2;
  static final int DEFAULT_FLAG = 4;

  private final byte[] bytes;
  private final int[] textPositions;
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
   * Other rules over the same parameters.
   *
   * @param code a count, and as many rules
   * @param moreTexts texts that have the numbers from {@link #textCount()} on
   * @param slots how many variables the rules have, parameters among them
   * @return rules that begin at the same {@link #start()}
   */
  public EndpointRules withRules(byte[] code, String[] moreTexts, int slots) {
    return new EndpointRules(this, code, moreTexts, slots);
  }

  /**
   * How many parameters there are.
   *
   * @return the count
   */
  public int parameterCount() {
    return names.length;
  }

  /**
   * A parameter's name.
   *
   * @param parameter its number
   * @return as {@code UseFIPS}
   */
  public String parameterName(int parameter) {
    return text(names[parameter]);
  }

  /**
   * What a parameter is if nothing else sets it.
   *
   * @param parameter its number
   * @return as {@code AWS::UseFIPS}, or null
   */
  public @Nullable String builtIn(int parameter) {
    return builtIns[parameter] < 0 ? null : text(builtIns[parameter]);
  }

  /**
   * What values a parameter takes.
   *
   * @param parameter its number
   * @return {@link #STRING}, {@link #BOOLEAN} or {@link #STRING_ARRAY}
   */
  public int parameterType(int parameter) {
    return types[parameter];
  }

  /**
   * Whether nothing can be resolved without a parameter.
   *
   * @param parameter its number
   * @return true if it must have a value
   */
  public boolean isRequired(int parameter) {
    return (flags[parameter] & REQUIRED_FLAG) != 0;
  }

  /**
   * Whether any rule looks at a parameter.
   *
   * @param parameter its number
   * @return false if its value makes no difference
   */
  public boolean isUsed(int parameter) {
    return (flags[parameter] & USED_FLAG) != 0;
  }

  /**
   * Where the code of a parameter's default stands.
   *
   * @param parameter its number
   * @return the position of an expression, or 0 if there is no default
   */
  public int defaultPosition(int parameter) {
    return defaults[parameter];
  }

  /**
   * How many variables there are, parameters among them.
   *
   * @return the count
   */
  public int slotCount() {
    return slotCount;
  }

  /**
   * Where the rules stand.
   *
   * @return the position of their count
   */
  public int start() {
    return start;
  }

  /**
   * One byte of the code.
   *
   * @param position where it stands
   * @return 0 to 255
   * @throws ModelException if the code has ended
   */
  public int u8(int position) {
    if (position < 0 || position >= bytes.length) {
      throw new ModelException("The endpoint rules are damaged: they end early", null);
    }
    return bytes[position] & 0xff;
  }

  /**
   * How many texts there are.
   *
   * @return the count
   */
  public int textCount() {
    return texts.length;
  }

  /**
   * A text.
   *
   * @param number its number
   * @return the text
   * @throws ModelException if there is no such text
   */
  public String text(int number) {
    if (number < 0 || number >= texts.length) {
      throw new ModelException("The endpoint rules are damaged: no text " + number, null);
    }
    String text = texts[number];
    if (text == null) {
      PackInput in = new PackInput(bytes, textPositions[number]);
      int length = in.count();
      text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
      texts[number] = text;
    }
    return text;
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
