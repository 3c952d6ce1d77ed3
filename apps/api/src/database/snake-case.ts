import { DefaultNamingStrategy } from 'typeorm';

/** Columns are named like their properties, in snake_case; a primary key is named after its table. */
export class SnakeCaseNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(table: Parameters<DefaultNamingStrategy['primaryKeyName']>[0]): string {
    return `${typeof table === 'string' ? table : table.name}_pk`;
  }
}
