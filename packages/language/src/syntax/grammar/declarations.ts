/** The declarations (`language.md` section 3), each of which is parsed alone. */
import type {
  Declaration,
  EpisodeDeclaration,
  FieldDeclaration,
  FileColumn,
  LayoutEntry,
  ListsClause,
  SetExpression,
  SettingPart,
  TableDeclaration,
  TextLiteral,
  WrittenTable,
} from "../../ast/nodes.js";
import type { ValueType } from "@edict/rulebook";
import type { IToken } from "chevrotain";
import { anyName, columnType, comma, endOf, equals, fieldType, itemWord, tableRow, word } from "../tokens.js";
import { readRows } from "../table-rows.js";
import type { Preparation } from "./listed-choices.js";
import { wordOf } from "./phrases.js";
import { Tests } from "./tests.js";

/** Before the driver adds what it knows: the doc comment, and whether something was left out. */
type Undocumented<D> = D extends Declaration ? Omit<D, "doc" | "broken"> : never;
export type BareDeclaration = Undocumented<Declaration>;
type Bare<K extends Declaration["kind"]> = Extract<BareDeclaration, { kind: K }>;

/** The three kinds of set that are declared alike. */
type SetKind = "codes" | "diagnoses" | "modifiers";

export class EdictParser extends Tests {
  constructor(preparation: Preparation = "listed") {
    super(preparation);
    this.prepare();
  }

  readonly declaration = this.RULE("declaration", (): BareDeclaration =>
    this.OR<BareDeclaration>([
      { ALT: () => this.SUBRULE(this.use) },
      { ALT: () => this.SUBRULE(this.set) },
      { ALT: () => this.SUBRULE(this.payer) },
      { ALT: () => this.SUBRULE(this.payers) },
      { ALT: () => this.SUBRULE(this.setting) },
      { ALT: () => this.SUBRULE(this.fieldDeclaration) },
      { ALT: () => this.SUBRULE(this.episode) },
      { ALT: () => this.SUBRULE(this.authority) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.layout) },
      { ALT: () => this.SUBRULE(this.ruleDeclaration) },
      { ALT: () => this.SUBRULE(this.override) },
      { ALT: () => this.SUBRULE(this.waive) },
      { ALT: () => this.SUBRULE(this.test) },
    ]),
  );

  readonly use = this.RULE("use", (): Bare<"use"> => {
    const start = this.CONSUME(word("use")).startOffset;
    const path = this.SUBRULE(this.textLiteral);
    return { kind: "use", start, end: this.endSoFar, path };
  });

  readonly set = this.RULE("set", (): Bare<SetKind> => {
    const said = this.OR([
      { ALT: () => this.CONSUME(word("codes")) },
      { ALT: () => this.CONSUME(word("diagnoses")) },
      { ALT: () => this.CONSUME(word("modifiers")) },
    ]);
    const name = this.SUBRULE(this.declaringName);
    this.CONSUME(equals);
    const set: SetExpression = this.SUBRULE(this.setExpression);
    const kind = said.image === "diagnoses" || said.image === "modifiers" ? said.image : "codes";
    return { kind, start: said.startOffset, end: this.endSoFar, name, set };
  });

  readonly payer = this.RULE("payer", (): Bare<"payer"> => {
    const start = this.CONSUME(word("payer")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    this.CONSUME(equals);
    const aliases = this.SUBRULE(this.texts);
    return { kind: "payer", start, end: this.endSoFar, name, aliases };
  });

  readonly texts = this.RULE("texts", (): TextLiteral[] => {
    const texts = [this.SUBRULE(this.textLiteral)];
    this.MANY(() => {
      this.CONSUME(comma);
      texts.push(this.SUBRULE2(this.textLiteral));
    });
    return texts;
  });

  readonly payers = this.RULE("payers", (): Bare<"payers"> => {
    const start = this.CONSUME(word("payers")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    this.CONSUME(equals);
    const members = this.SUBRULE(this.nameReferences);
    const except =
      this.OPTION(() => {
        this.CONSUME(word("except"));
        return this.SUBRULE2(this.nameReferences);
      }) ?? [];
    return { kind: "payers", start, end: this.endSoFar, name, members, except };
  });

  readonly setting = this.RULE("setting", (): Bare<"setting"> => {
    const start = this.CONSUME(word("setting")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    this.CONSUME(equals);
    const parts = [this.SUBRULE(this.settingPart)];
    this.MANY(() => {
      this.CONSUME(comma);
      parts.push(this.SUBRULE2(this.settingPart));
    });
    return { kind: "setting", start, end: this.endSoFar, name, parts };
  });

  /** `place 19, 22`; the comma before the next `place` or `bill` is the setting's own. */
  readonly settingPart = this.RULE("settingPart", (): SettingPart => {
    const said = this.OR([{ ALT: () => this.CONSUME(word("place")) }, { ALT: () => this.CONSUME(word("bill")) }]);
    const values = [wordOf(this.CONSUME(itemWord))];
    this.MANY({
      GATE: () => !this.sees(2, word("place")) && !this.sees(2, word("bill")),
      DEF: () => {
        this.CONSUME(comma);
        values.push(wordOf(this.CONSUME2(itemWord)));
      },
    });
    const by = said.image === "bill" ? "bill" : "place";
    return { kind: "setting-part", start: said.startOffset, end: this.endSoFar, by, values };
  });

  readonly fieldDeclaration = this.RULE("fieldDeclaration", (): Bare<"field"> => {
    const start = this.CONSUME(word("field")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const type = fieldTypeOf(this.CONSUME(fieldType).image);
    return { kind: "field", start, end: this.endSoFar, name, type };
  });

  readonly episode = this.RULE("episode", (): Bare<"episode"> => {
    const start = this.CONSUME(word("episode")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const rest = this.OR<Pick<EpisodeDeclaration, "set" | "ends" | "duration">>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(word("of"));
            const set = this.SUBRULE(this.setExpression);
            this.CONSUME(word("ends"));
            this.CONSUME(word("after"));
            const duration = this.SUBRULE(this.duration);
            this.CONSUME(word("idle"));
            return { set, ends: "idle", duration };
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("starts"));
            this.CONSUME(word("with"));
            const set = this.SUBRULE2(this.setExpression);
            this.CONSUME(word("lasts"));
            const duration = this.SUBRULE2(this.duration);
            return { set, ends: "lasts", duration };
          },
        },
      ],
      ERR_MSG: "episode",
    });
    const { set, ends, duration } = rest;
    return { kind: "episode", start, end: this.endSoFar, name, set, ends, duration };
  });

  readonly authority = this.RULE("authority", (): Bare<"authority"> => {
    const start = this.CONSUME(word("authority")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const title = this.SUBRULE(this.textLiteral);
    let version: TextLiteral | null = null;
    let url: TextLiteral | null = null;
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(word("version"));
            version = this.SUBRULE2(this.textLiteral);
          },
        },
        {
          ALT: () => {
            this.CONSUME(word("url"));
            url = this.SUBRULE3(this.textLiteral);
          },
        },
      ]);
    });
    return { kind: "authority", start, end: this.endSoFar, name, title, version, url };
  });

  readonly table = this.RULE("table", (): Bare<"table"> => {
    const start = this.CONSUME(word("table")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const lists = this.OPTION(() => this.SUBRULE(this.listsClause)) ?? null;
    const source = this.OR<TableDeclaration["source"]>({
      DEF: [
        { ALT: () => this.SUBRULE(this.writtenTable) },
        {
          ALT: () => {
            const from = this.CONSUME(word("from")).startOffset;
            const path = this.SUBRULE(this.textLiteral);
            const columns = this.SUBRULE(this.fileColumns);
            return { kind: "file-table", start: from, end: this.endSoFar, path, columns };
          },
        },
      ],
      ERR_MSG: "table-source",
    });
    return { kind: "table", start, end: this.endSoFar, name, lists, source };
  });

  readonly listsClause = this.RULE("listsClause", (): ListsClause => {
    const start = this.CONSUME(word("lists")).startOffset;
    this.CONSUME(word("valid"));
    this.CONSUME(word("codes"));
    const days = this.OPTION(() => {
      this.CONSUME(word("effective"));
      return this.SUBRULE(this.listDays);
    });
    return { kind: "lists", start, end: this.endSoFar, from: days?.from ?? null, to: days?.to ?? null };
  });

  /** The columns of the first and the last day. */
  readonly listDays = this.RULE("listDays", (): Pick<ListsClause, "from" | "to"> =>
    this.OR([
      {
        ALT: () => {
          const from = this.SUBRULE(this.rowReference);
          const to = this.OPTION(() => {
            this.CONSUME(word("to"));
            return this.SUBRULE2(this.rowReference);
          });
          return { from, to: to ?? null };
        },
      },
      {
        ALT: () => {
          this.CONSUME2(word("to"));
          return { from: null, to: this.SUBRULE3(this.rowReference) };
        },
      },
    ]),
  );

  readonly writtenTable = this.RULE("writtenTable", (): WrittenTable => {
    const rows: IToken[] = [];
    this.AT_LEAST_ONE(() => rows.push(this.CONSUME(tableRow)));
    return this.ACTION(() => readRows(this.source, rows, this.complaints));
  });

  readonly fileColumns = this.RULE("fileColumns", (): FileColumn[] => {
    const columns = [this.SUBRULE(this.fileColumn)];
    this.MANY(() => {
      this.CONSUME(comma);
      columns.push(this.SUBRULE2(this.fileColumn));
    });
    return columns;
  });

  readonly fileColumn = this.RULE("fileColumn", (): FileColumn => {
    const token = this.CONSUME(anyName);
    const start = token.startOffset;
    const type = columnTypeOf(this.CONSUME(columnType).image);
    const header =
      this.OPTION(() => {
        this.CONSUME(word("from"));
        return this.SUBRULE(this.textLiteral);
      }) ?? null;
    const name = { kind: "declaring-name" as const, start, end: endOf(token), text: token.image };
    return { kind: "file-column", start, end: this.endSoFar, name, type, header };
  });

  readonly layout = this.RULE("layout", (): Bare<"layout"> => {
    const start = this.CONSUME(word("layout")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const entries: LayoutEntry[] = [];
    this.MANY({
      DEF: () => {
        this.openPart = this.LA(1);
        entries.push(this.SUBRULE(this.layoutEntry));
        this.openPart = null;
      },
    });
    return { kind: "layout", start, end: this.endSoFar, name, entries };
  });

  readonly layoutEntry = this.RULE("layoutEntry", (): LayoutEntry => {
    const token = this.CONSUME(anyName);
    const start = token.startOffset;
    this.CONSUME(word("from"));
    const headers = this.SUBRULE(this.texts);
    let as: TextLiteral | null = null;
    let splitBy: TextLiteral | null = null;
    this.MANY({
      GATE: () => !this.sees(2, word("from")),
      DEF: () => {
        this.OR([
          {
            ALT: () => {
              this.CONSUME(word("as"));
              as = this.SUBRULE(this.textLiteral);
            },
          },
          {
            ALT: () => {
              this.CONSUME(word("split"));
              this.CONSUME(word("by"));
              splitBy = this.SUBRULE2(this.textLiteral);
            },
          },
        ]);
      },
    });
    return {
      kind: "layout-entry",
      start,
      end: this.endSoFar,
      field: { kind: "name-reference", start, end: endOf(token), text: token.image },
      headers,
      as,
      splitBy,
    };
  });

  readonly ruleDeclaration = this.RULE("ruleDeclaration", (): Bare<"rule"> => {
    const start = this.CONSUME(word("rule")).startOffset;
    const name = this.SUBRULE(this.declaringName);
    const title = this.SUBRULE(this.textLiteral);
    const clauses = this.SUBRULE(this.clauses);
    return { kind: "rule", start, end: this.endSoFar, name, title, clauses };
  });

  readonly override = this.RULE("override", (): Bare<"override"> => {
    const start = this.CONSUME(word("override")).startOffset;
    const rule = this.SUBRULE(this.nameReference);
    const clauses = this.SUBRULE(this.clauses);
    return { kind: "override", start, end: this.endSoFar, rule, clauses };
  });

  readonly waive = this.RULE("waive", (): Bare<"waive"> => {
    const start = this.CONSUME(word("waive")).startOffset;
    const rule = this.SUBRULE(this.nameReference);
    const clauses = this.SUBRULE(this.clauses);
    return { kind: "waive", start, end: this.endSoFar, rule, clauses };
  });

  readonly test = this.RULE("test", (): Bare<"test"> => {
    const start = this.CONSUME(word("test")).startOffset;
    const title = this.SUBRULE(this.textLiteral);
    const parts = this.SUBRULE(this.testParts);
    return {
      kind: "test",
      start,
      end: this.endSoFar,
      title,
      given: parts.given,
      starting: parts.starting,
      lines: parts.lines,
      expectations: parts.expectations,
    };
  });
}

function fieldTypeOf(image: string): FieldDeclaration["type"] {
  return image === "source" ? image : valueTypeOf(image);
}

function columnTypeOf(image: string): FileColumn["type"] {
  return image === "diagnosis" ? image : valueTypeOf(image);
}

function valueTypeOf(image: string): ValueType {
  return image === "number" || image === "date" || image === "code" ? image : "text";
}
