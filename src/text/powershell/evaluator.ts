import type { Assignment, Binary, Block, Member, Node } from './ast.ts'
import type { Argument } from './host.ts'
import { Knowledge } from './knowledge.ts'
import { binary, cast, isOfType, method, staticMethod } from './operators.ts'
import { describe, elements, environmentText, Foreign, HashTable, isKnown, likelyOf, MAX_LIST, MAX_TEXT, ScriptBlock, single, textOfValue, truthOf, Unknown, type Value, weightOf } from './values.ts'

/** A text that is known in part is shown no longer than this. */
const MAX_OPEN = 300

/** Expressions and assignments. */
export abstract class Evaluator extends Knowledge {
  /** What a node gives; undefined when it gives nothing. */
  abstract evaluate(node: Node, isWanted: boolean): Value | undefined
  /** The value of a hash entry. */
  abstract evaluateEntry(node: Node | undefined): Value
  abstract invoke(block: Block, args: readonly Argument[] | undefined): Value[]
  abstract each(items: readonly Value[], block: ScriptBlock): Value[]
  abstract eachUnknown(list: Value, block: ScriptBlock, node: Node): Value
  abstract filter(items: readonly Value[], block: ScriptBlock): Value[] | undefined

  /** The call of a method of an object that the host knows. */
  current: Node | undefined

  /** Tells once that the script does more than is followed; nothing is known of what it would give. */
  abstract tooMuch(node: Node): Unknown

  /** What a member or an element is asked of: a variable is looked up, whatever it holds. */
  protected owner(node: Node): Value | undefined { return node.kind === 'variable' ? this.read(node.name, node) : this.evaluate(node, true) }

  /** The value of an expression; an empty pipe is null. */
  value(node: Node | undefined): Value { return (node && this.evaluate(node, true)) ?? null }

  protected parenthesised(inner: Node): Value | undefined {
    if (inner.kind !== 'assign') return this.evaluate(inner, true)
    this.assignment(inner)
    return inner.target.kind === 'variable' ? this.variable(inner.target.name) : undefined
  }

  protected read(name: string, node: Node): Value {
    const value = this.variable(name)
    if (value !== undefined) return value
    if (name === 'true') return true
    if (name === 'false') return false
    if (name === 'null') return null
    if (name === 'psitem') return this.read('_', node)
    return (name.startsWith('env:') ? environmentText(name.slice(4)) : undefined) ?? this.unknown(node)
  }

  protected expand(parts: readonly (string | Node)[], node: Node): Value {
    let text = ''
    let isOpen = false
    for (const part of parts) {
      let piece: string | undefined
      if (typeof part === 'string') piece = part
      else {
        const value = this.evaluate(part, true)
        piece = textOfValue(value)
        if (piece === undefined) {
          isOpen = true
          // What the file does not decide stands as it is written, the rest as it is known.
          piece = part.kind === 'expand' ? describe(value) : this.written(part.start, part.end)
        }
      }
      if (text.length > MAX_TEXT) return new Unknown(this.written(node.start, node.end))
      text += piece
    }
    return isOpen ? new Unknown(text.length > MAX_OPEN ? `${text.slice(0, MAX_OPEN)}…` : text) : text
  }

  protected hash(entries: readonly { key: Node; value: Node | undefined; start: number; end: number }[]): HashTable {
    const table = new HashTable(this.level)
    for (const { key, value, start, end } of entries) {
      const name = textOfValue(this.value(key))
      const item = this.evaluateEntry(value)
      if (name === undefined) table.isOpen = true
      else table.set(name, item, value ? value.start : start, end)
    }
    return table
  }

  protected unary(operator: string, operand: Node, node: Node): Value | undefined {
    if (operator === '++' || operator === '--') {
      if (operand.kind !== 'variable') return undefined
      const value = this.variable(operand.name)
      this.assign(operand.name, typeof value === 'number' ? value + (operator === '++' ? 1 : -1) : this.unknown(node))
      return undefined
    }
    const value = this.value(operand)
    switch (operator) {
      case 'not': {
        const truth = truthOf(value)
        const likely = likelyOf(value)
        return truth === undefined ? this.unknown(node, likely === undefined ? undefined : !likely) : !truth
      }
      case ',': return [value]
      case '+': return typeof value === 'number' ? value : this.unknown(node)
      case '-': return typeof value === 'number' ? -value : this.unknown(node)
      case 'join': return binary('join', value, '', () => this.written(node.start, node.end))
      default: return this.unknown(node)
    }
  }

  /** Long sums lean to the left, so the left spine is walked and not called. */
  protected binary(node: Binary): Value {
    const spine = [node]
    let first = node.left
    while (first.kind === 'binary') { spine.push(first); first = first.left }
    let value = this.evaluate(first, true)
    for (const { operator, right, start, end } of spine.reverse()) {
      // -and and -or do not look at the right side once the left one decides.
      const truth = operator === 'and' || operator === 'or' ? truthOf(value) : undefined
      if (truth !== undefined && truth === (operator === 'or')) { value = truth; continue }
      if (operator === 'like' || operator === 'notlike') value = this.#like(operator, value, this.evaluate(right, true), start, end)
      else if (right.kind === 'type' && (operator === 'is' || operator === 'isnot')) value = this.#isOf(operator, value, right.name, start, end)
      else {
        const other = this.evaluate(right, true)
        value = this.isSpent && MAKING.has(operator) ? this.tooMuch(node) : binary(operator, value, other, () => this.written(start, end))
      }
    }
    return value ?? null
  }

  /** Stars may go over the text once for each sign of the pattern. */
  #like(operator: string, text: Value | undefined, pattern: Value | undefined, start: number, end: number): Value {
    const isCheap = typeof text !== 'string' || typeof pattern !== 'string' || this.spend((text.length * pattern.length) >> 6)
    return isCheap ? binary(operator, text, pattern, () => this.written(start, end)) : new Unknown(this.written(start, end))
  }
  /** `$ports -is [array]`. */
  #isOf(operator: string, value: Value | undefined, type: string, start: number, end: number): Value {
    const is = isKnown(value) ? isOfType(value ?? null, type) : undefined
    return is === undefined ? new Unknown(this.written(start, end)) : is === (operator === 'is')
  }

  protected member(node: Member): Value | undefined {
    const name = textOfValue(this.value(node.name))?.toLowerCase()
    const args = node.args?.map(arg => this.evaluate(arg, true))
    if (node.isStatic) {
      const type = node.target.kind === 'type' ? node.target.name : ''
      if (!args && node.name.kind === 'text' && ENUMERATION.test(type)) return node.name.value
      return (name !== undefined && args ? staticMethod(type, name, args) : undefined) ?? this.unknown(node)
    }
    const target = this.owner(node.target) ?? null
    if (name === undefined) return this.unknown(node)
    if (!this.spend(memberWeight(target, name, args !== undefined))) return this.tooMuch(node)
    if (args) return this.#method(node, target, name, args)
    const property = this.#property(target, name)
    return property !== undefined ? property : this.unknown(node, target instanceof Unknown && (name === 'count' || name === 'length') ? target.likely : undefined)
  }

  #property(target: Value, name: string): Value | undefined {
    if (target === null) return null
    if (target instanceof Foreign) return target.member(name)
    if (target instanceof HashTable) {
      const own = target.get(name)
      if (own !== undefined) return own
      if (target.isOpen) return undefined
      if (name === 'keys') return [...target.entries.values()].map(item => item.key)
      if (name === 'values') return [...target.entries.values()].map(item => item.value)
      return name === 'count' ? target.entries.size : null
    }
    if (Array.isArray(target)) {
      const list = target as readonly Value[]
      if (name === 'count' || name === 'length') return list.length
      const values = list.map(item => (item instanceof HashTable || item instanceof Foreign ? this.#property(item, name) : undefined))
      return values.includes(undefined) ? undefined : values.flatMap(v => (v === null ? [] : v as Value))
    }
    if (typeof target === 'string') return name === 'length' ? target.length : name === 'count' ? 1 : null
    if (typeof target === 'boolean' && name === 'ispresent') return target
    return name === 'count' && isKnown(target) ? 1 : undefined
  }

  #method(node: Member, target: Value, name: string, args: readonly (Value | undefined)[]): Value | undefined {
    const [first, second] = args
    // Only -WhatIf, or somebody who is asked and says no, keeps a script from what it is for.
    if (name === 'shouldprocess' && node.target.kind === 'variable' && node.target.name === 'pscmdlet') return true
    if (target instanceof HashTable) return this.#tableMethod(node, target, name, first, second)
    if (first instanceof ScriptBlock && (name === 'foreach' || name === 'where')) {
      const items = isKnown(target) ? elements(target) : undefined
      if (name === 'where') return items ? this.filter(items, first) ?? this.unknown(node) : this.unknown(node)
      return items ? this.each(items, first) : this.eachUnknown(target, first, node)
    }
    if (target instanceof ScriptBlock && (name === 'invoke' || name === 'invokereturnasis')) return single(this.invoke(target.block, []))
    if (Array.isArray(target) && (name === 'add' || name === 'addrange') && node.target.kind === 'variable' && first !== undefined) {
      const items = name === 'add' ? [first] : elements(first) ?? []
      const list = target as readonly Value[]
      if (list.length + items.length <= MAX_LIST) this.assign(node.target.name, [...list, ...items])
      else this.assign(node.target.name, this.unknown(node.target))
      return undefined
    }
    if (target instanceof Foreign) {
      this.current = node
      return target.call(name, args.map(arg => arg ?? null)) ?? this.unknown(node)
    }
    if (typeof target === 'boolean' && name === 'tobool') return target
    return method(target, name, args) ?? this.unknown(node)
  }

  #tableMethod(node: Member, table: HashTable, name: string, key: Value | undefined, value: Value | undefined): Value | undefined {
    const word = textOfValue(key)
    switch (name) {
      case 'getenumerator': {
        if (table.isOpen) return this.unknown(node)
        return [...table.entries.values()].map(item => pair(item.key, item.value, this.level))
      }
      case 'clone': {
        const copy = new HashTable(this.level)
        for (const [entry, item] of table.entries) copy.entries.set(entry, item)
        copy.isOpen = table.isOpen
        return copy
      }
      case 'add': case 'remove':
        if (this.isBeforeOption(table.level)) return undefined
        if (word === undefined) table.isOpen = true
        else if (name === 'add') this.store(table, word, value ?? null, node)
        else if (this.level > table.level) table.set(word, this.unknown(node), node.start, node.end)
        else table.entries.delete(word.toLowerCase())
        return undefined
      case 'contains': case 'containskey':
        if (word === undefined) return this.unknown(node)
        return table.entries.has(word.toLowerCase()) || (table.isOpen ? this.unknown(node) : false)
      default: return this.unknown(node)
    }
  }

  /** Writes a key; under a condition that did not stand there when the table was made, the value may or may not change. */
  store(table: HashTable, key: string, value: Value, node: Node): void {
    if (!this.isBeforeOption(table.level)) table.set(key, this.level > table.level ? this.unknown(node) : value, node.start, node.end)
  }

  protected index(target: Value, index: Value): Value | undefined {
    if (target instanceof HashTable) {
      const key = textOfValue(index)
      if (key === undefined || Array.isArray(index)) return undefined
      return target.get(key) ?? (target.isOpen ? undefined : null)
    }
    const list = typeof target === 'string' ? [...target.slice(0, MAX_LIST)] : Array.isArray(target) ? target as readonly Value[] : undefined
    if (!list) return target === null ? null : undefined
    if (Array.isArray(index)) {
      const places = index as readonly Value[]
      return places.every(p => typeof p === 'number') ? places.map(p => list.at(p as number) ?? null) : undefined
    }
    const at = typeof index === 'string' ? Number(index) : index
    return typeof at === 'number' && Number.isInteger(at) ? list.at(at) ?? null : undefined
  }

  protected assignment(node: Assignment): void {
    let { target } = node
    let type = ''
    while (target.kind === 'cast') { type ||= target.type; target = target.operand }
    let value = node.value ? this.evaluate(node.value, true) ?? null : null
    if (node.operator !== '=') {
      const old = this.owner(target)
      const operator = node.operator.slice(0, -1)
      if (!this.spend(Array.isArray(old) ? old.length * COPY : weightOf(old) * COPY)) value = this.tooMuch(target)
      value = binary(operator, old, value, () => this.written(target.start, target.end))
    } else if (type !== '') value = cast(type, value, () => this.written(node.start, node.end))
    if (typeof value === 'string' && value.length > MAX_TEXT * 10) value = this.unknown(target)
    this.#assignTo(target, value)
  }

  #assignTo(target: Node, value: Value): void {
    switch (target.kind) {
      case 'variable':
        if (target.isShared) this.assignShared(target.name, value)
        else this.assign(target.name, value)
        return
      case 'list': {
        const items = Array.isArray(value) ? value as readonly Value[] : undefined
        for (const [i, item] of target.items.entries()) this.#assignTo(item, items ? (i === target.items.length - 1 && items.length > i + 1 ? items.slice(i) : items[i] ?? null) : this.unknown(item))
        return
      }
      case 'member': case 'index': {
        const owner = this.value(target.target)
        const key = textOfValue(this.value(target.kind === 'member' ? target.name : target.index))
        if (owner instanceof HashTable) {
          if (key === undefined) owner.isOpen ||= !this.isBeforeOption(owner.level)
          else this.store(owner, key, value, target)
        } else if (owner instanceof Foreign && key !== undefined) {
          this.current = target
          const args = target.kind === 'member' ? (target.args ?? []).map(arg => this.value(arg)) : []
          owner.assign(key.toLowerCase(), this.level > 0 && !isKnown(value) ? this.unknown(target) : value, args)
        }
        else if (target.kind === 'index' && target.target.kind === 'variable' && Array.isArray(owner)) {
          const at = Number(key)
          const list = owner as readonly Value[]
          this.assign(target.target.name, Number.isInteger(at) && at >= 0 && at < list.length ? list.with(at, value) : this.unknown(target.target))
        }
        return
      }
      default:
    }
  }
}

/** Operators that make something large of something small. */
const MAKING: ReadonlySet<string> = new Set(['..', '*', 'f', 'join', 'split', 'replace'])
/** To copy an element costs that much of what it costs to look at it. */
const COPY = 1 / 16
/** What a property or a method of a value costs: how many there are is known, most others go through all. */
function memberWeight(target: Value, name: string, isCall: boolean): number {
  if (Array.isArray(target) && (name === 'add' || name === 'addrange')) return target.length * COPY
  return isCall || !(name === 'count' || name === 'length') ? target instanceof HashTable ? 0 : weightOf(target) : 0
}

/** `[…GeneratedTypes.NetSecurity.Action]::Allow`: the cmdlets take the name. */
const ENUMERATION = /(?:^|\.)netsecurity\.[a-z]+$/

/** What `GetEnumerator` gives for each entry. */
function pair(key: string, value: Value, level: number): HashTable {
  const table = new HashTable(level)
  table.set('Key', key)
  table.set('Name', key)
  table.set('Value', value)
  return table
}
