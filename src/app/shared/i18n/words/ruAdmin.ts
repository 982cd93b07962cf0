import language from '../../../../../translations/ru.json?admin';

export const words = language.admin;
