import language from '../../../../../translations/en.json?admin';

export const words = language.admin;
